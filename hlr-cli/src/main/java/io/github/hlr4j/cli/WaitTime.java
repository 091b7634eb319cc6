package io.github.hlr4j.cli;

import io.github.hlr4j.InvalidInputException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people type it: 30s, 15m, 2h or 30d. */
record WaitTime(Duration duration) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})([smhd])");

    static WaitTime parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException("it is a whole number and s, m, h or d, for example 30s, 15m, 2h or 30d");
        }
        long length = Long.parseLong(matcher.group(1));
        return new WaitTime(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(length);
                    case "m" -> Duration.ofMinutes(length);
                    case "h" -> Duration.ofHours(length);
                    default -> Duration.ofDays(length);
                });
    }
}
