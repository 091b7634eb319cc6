package io.github.hlr4j.client;

import io.github.hlr4j.spi.HttpReply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the header {@code Retry-After}: whole seconds, or a date, which counts from the reply's own {@code Date} so that
 * the two clocks need not agree. What is absent, unreadable, negative or beyond a day is not sane and dropped.
 */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private RetryAfter() {}

    static Optional<Duration> read(HttpReply reply) {
        return reply.header("Retry-After")
                .map(String::strip)
                .flatMap(value -> SECONDS.matcher(value).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : untilDate(value, reply))
                .filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> untilDate(String value, HttpReply reply) {
        return reply.header("Date")
                .flatMap(RetryAfter::instant)
                .flatMap(sent -> instant(value).map(until -> Duration.between(sent, until)));
    }

    private static Optional<Instant> instant(String httpDate) {
        try {
            return Optional.of(ZonedDateTime.parse(httpDate.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
