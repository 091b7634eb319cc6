package io.github.hlr4j.quota;

import io.github.hlr4j.InvalidInputException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many requests in any window of time (D04).
 *
 * @param requests how many, 1 to 1,000,000
 * @param window the window's length, 1 millisecond to 1 day
 */
public record Rate(int requests, Duration window) {

    /** What the service documents: 360 requests a minute. */
    public static final Rate DOCUMENTED = new Rate(360, Duration.ofMinutes(1));

    private static final int MAX_REQUESTS = 1_000_000;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/(\\d{1,9})(ms|s|m|h)");

    /**
     * Checks the ranges.
     *
     * @throws InvalidInputException if one of them is exceeded
     */
    public Rate {
        Objects.requireNonNull(window, "window");
        if (requests < 1 || requests > MAX_REQUESTS) {
            throw new InvalidInputException("a rate is 1 to 1000000 requests, not " + requests);
        }
        if (window.compareTo(Duration.ofMillis(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidInputException("the window of a rate is 1 millisecond to 1 day long");
        }
    }

    /**
     * Reads a rate.
     *
     * @param text requests, a slash and a window in ms, s, m or h, for example {@code 360/60s}
     * @return the rate
     * @throws InvalidInputException if the text is anything else
     */
    public static Rate parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException("a rate is requests, a slash and a window, for example 360/60s");
        }
        long length = Long.parseLong(matcher.group(2));
        Duration window = switch (matcher.group(3)) {
            case "ms" -> Duration.ofMillis(length);
            case "s" -> Duration.ofSeconds(length);
            case "m" -> Duration.ofMinutes(length);
            default -> Duration.ofHours(length);
        };
        return new Rate(Integer.parseInt(matcher.group(1)), window);
    }
}
