package io.github.hlr4j.fuzz;

import static io.github.hlr4j.fuzz.Claims.claim;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.callback.CallbackResponse;
import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a notification: it is refused, or every spelling of what was decoded decodes to the same, and the receiver
 * hands over exactly that, of numbers that were asked about.
 */
final class NotificationTarget implements Target {

    private static final int MAX_VALUE_BYTES = 2048;
    private static final List<HlrStatus> STATUSES = List.of(HlrStatus.values());

    private final Spelling spelling;
    private final NotificationDecoder decoder;
    private final Spelling json = new JsonSpelling();
    private final OpenDoor door = new OpenDoor();

    NotificationTarget(Spelling spelling) {
        this.spelling = spelling;
        this.decoder = spelling.decoder();
    }

    @Override
    public void read(byte[] body) {
        Optional<List<Map<String, String>>> decoded = decode(body);
        decoded.filter(results -> body.length <= Claims.SPELT_UP_TO).ifPresent(this::checkSpellings);
        Optional<List<HlrNotification>> results = decoded.flatMap(NotificationTarget::meaning);
        CallbackResponse answer = door.post(body);
        if (decoded.isPresent() && spelling.isTold(firstVisible(body))) {
            boolean taken = fits(decoded.get()) && results.isPresent() && door.asked(results.get());
            claim(answer == (taken ? CallbackResponse.TAKEN : CallbackResponse.MALFORMED), "204 or 400 as it was read");
            claim(door.handedOver().equals(taken ? results.get() : List.of()), "what was read is handed over");
        } else {
            claim(answer != CallbackResponse.UNAVAILABLE, "no body makes a decoder break down");
            claim(answer != CallbackResponse.UNSUPPORTED_TYPE, "all three encodings are read");
            claim(door.asked(door.handedOver()), "nothing is handed over that was not asked about");
        }
    }

    private Optional<List<Map<String, String>>> decode(byte[] body) {
        try {
            return Optional.of(decoder.decode(body));
        } catch (MalformedBodyException e) {
            Claims.discreet(e);
            return Optional.empty();
        }
    }

    private void checkSpellings(List<Map<String, String>> results) {
        claim(!results.isEmpty() && results.size() <= NotificationDecoder.MAX_RESULTS, "1 to 500 results");
        for (Map<String, String> fields : results) {
            claim(!fields.isEmpty() && fields.size() <= NotificationDecoder.MAX_FIELDS, "1 to 32 fields");
        }
        claim(respelt(spelling, results).equals(results), "written plainly it means the same");
        claim(respelt(json, results).equals(results), "written as JSON it means the same");
    }

    private static List<Map<String, String>> respelt(Spelling spelling, List<Map<String, String>> results) {
        return spelling.decoder().decode(spelling.of(results).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<List<HlrNotification>> meaning(List<Map<String, String>> results) {
        try {
            return Optional.of(results.stream().map(NotificationTarget::meaning).toList());
        } catch (InvalidInputException e) {
            Claims.discreet(e);
            return Optional.empty();
        }
    }

    private static HlrNotification meaning(Map<String, String> fields) {
        HlrNotification result = HlrNotification.fromFields(fields);
        PhoneNumber phone = result.phone();
        claim(Claims.standsIn(phone.e164(), fields.get("phone")), "the phone is the one that arrived");
        claim(!result.toString().contains(phone.e164().substring(1)), "no result prints its phone");
        claim(
                result.status() == expectedStatus(fields),
                "the name decides, then the number, and nothing means NO_ERROR");
        return result;
    }

    /** A08 in other words than the product's. */
    private static HlrStatus expectedStatus(Map<String, String> fields) {
        String name = fields.getOrDefault("errorName", "").strip();
        String number = fields.getOrDefault("errorGrpId", "").strip();
        for (HlrStatus status : STATUSES) {
            if (status != HlrStatus.UNKNOWN && status.name().equalsIgnoreCase(name)) {
                return status;
            }
        }
        for (HlrStatus status : STATUSES) {
            String withZeros = status.code().isPresent() ? "0*" + status.code().getAsInt() : "(?!)";
            if (number.length() < 10 && number.matches(withZeros)) {
                return status;
            }
        }
        return HlrStatus.UNKNOWN;
    }

    private static boolean fits(List<Map<String, String>> results) {
        return results.stream()
                .flatMap(fields -> fields.values().stream())
                .allMatch(value -> value.getBytes(StandardCharsets.UTF_8).length <= MAX_VALUE_BYTES);
    }

    private static byte firstVisible(byte[] body) {
        boolean marked =
                body.length >= 3 && Arrays.equals(body, 0, 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
        for (int i = marked ? 3 : 0; i < body.length; i++) {
            if (body[i] < 0 || body[i] > ' ') {
                return body[i];
            }
        }
        return 0;
    }
}
