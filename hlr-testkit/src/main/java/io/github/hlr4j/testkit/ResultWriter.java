package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.SentNotification.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Says of a number what its operator would say, in the fields of D11.
 *
 * <p>Safe for concurrent use.
 */
final class ResultWriter {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);
    private static final long MESSAGE_ID_PREFIX = 0x1234_5678_1234_4234L;

    private final InstantSource clock;
    private final AtomicLong messages = new AtomicLong();
    private final Map<PhoneNumber, HlrStatus> chosen = new ConcurrentHashMap<>();

    ResultWriter(InstantSource clock) {
        this.clock = clock;
    }

    void choose(PhoneNumber number, HlrStatus status) {
        chosen.put(number, status);
    }

    void clear() {
        chosen.clear();
    }

    /** The result of a number, as its digits or a test choose it. */
    Result first(PhoneNumber number) {
        return write(number, statusOf(number), Kind.FIRST);
    }

    /** A result that nobody will ever see. */
    Result lost(PhoneNumber number) {
        return new Result(number, statusOf(number), Kind.LOST, Map.of());
    }

    /** A later result that says the contrary. */
    Result contradicting(Result first) {
        HlrStatus contrary = first.status() == HlrStatus.NO_ERROR ? HlrStatus.EC_ABSENT_SUBSCRIBER : HlrStatus.NO_ERROR;
        return write(first.phone(), contrary, Kind.CONFLICT);
    }

    private HlrStatus statusOf(PhoneNumber number) {
        HlrStatus explicit = chosen.get(number);
        return explicit == null ? MagicNumbers.statusOf(number) : explicit;
    }

    private Result write(PhoneNumber number, HlrStatus status, Kind kind) {
        boolean exists = status != HlrStatus.EC_UNKNOWN_SUBSCRIBER;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("phone", number.e164());
        fields.put("messageId", new UUID(MESSAGE_ID_PREFIX, messages.incrementAndGet()).toString());
        fields.put("mccMnc", exists ? MagicNumbers.networkOf(number).digits() : "");
        fields.put("ported", exists && MagicNumbers.isPorted(number) ? "1" : "0");
        fields.put("errorGrpId", String.valueOf(status.code().orElseThrow()));
        fields.put("errorName", status.name() + " ");
        fields.put("errorDesc", inWords(status));
        fields.put("date", date(clock.instant()));
        return new Result(number, status, kind, fields);
    }

    private static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The name without its prefix, as words: the page describes NO_ERROR as "No Error". */
    private static String inWords(HlrStatus status) {
        return Arrays.stream(status.name().replaceFirst("^EC_", "").split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
