package io.github.hlr4j;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives the text fields of a notification their meaning, whatever format they came in. */
final class NotificationFields {

    /**
     * A local time and its offset, which has no colon (D11). A sender that forgets to escape turns the plus into a blank
     * (A04).
     */
    private static final Pattern DATE = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)[Tt]"
            + "(?<hour>\\d\\d):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.(?<fraction>\\d{1,9}))?)?"
            + "(?<offset>Z|[-+ ]\\d\\d(?::?\\d\\d)?)");

    private static final int FIRST_YEAR = 1970;
    private static final int NANO_DIGITS = 9;

    private final Map<String, String> fields;

    private NotificationFields(Map<String, String> fields) {
        this.fields = fields;
    }

    static HlrNotification read(Map<String, String> fields) {
        return new NotificationFields(fields).read();
    }

    static OptionalInt number(Optional<String> text) {
        try {
            return text.map(t -> OptionalInt.of(Integer.parseInt(t))).orElse(OptionalInt.empty());
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private HlrNotification read() {
        return new HlrNotification(
                phone(),
                HlrStatus.decide(fields.get("errorName"), fields.get("errorGrpId")),
                text("errorGrpId"),
                text("errorName"),
                text("errorDesc"),
                network(),
                ported(),
                text("messageId"),
                date());
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The plus may have become a blank on its way, or may never have been there (A04). */
    private PhoneNumber phone() {
        String phone = text("phone").orElseThrow(() -> new InvalidInputException("a notification without a phone"));
        return PhoneNumber.parse(phone.startsWith("+") || phone.startsWith("00") ? phone : "+" + phone);
    }

    private Optional<NetworkCode> network() {
        try {
            return text("mccMnc").map(NetworkCode::parse);
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private Optional<Boolean> ported() {
        return text("ported").map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default -> null;
        });
    }

    private Optional<Instant> date() {
        return text("date").flatMap(NotificationFields::instant);
    }

    /** Read by hand: the formatter of the JDK took a third of all the time that a receiver needs for a notification. */
    private static Optional<Instant> instant(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches() || number(date, "year") < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(date, "year"),
                    number(date, "month"),
                    number(date, "day"),
                    number(date, "hour"),
                    number(date, "minute"),
                    number(date, "second"),
                    nanos(date.group("fraction")));
            return Optional.of(
                    local.toInstant(ZoneOffset.of(date.group("offset").replace(' ', '+'))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher date, String part) {
        String digits = date.group(part);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
    }
}
