package io.github.hlr4j.fuzz;

import static io.github.hlr4j.fuzz.Claims.claim;

import io.github.hlr4j.Submission;
import io.github.hlr4j.format.json.JsonFormat;
import io.github.hlr4j.spi.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The headers of a 429, {@code Retry-After} on the first line and {@code Date} on the second: the wait is sane or absent. */
final class RetryAfterTarget implements Target {

    private static final Duration DAY = Duration.ofDays(1);
    private static final ZonedDateTime SENT = ZonedDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneOffset.UTC);

    private final StubClient client = new StubClient(JsonFormat.create());

    @Override
    public void read(byte[] input) {
        String[] lines = new String(input, StandardCharsets.ISO_8859_1).split("\n", 2);
        Map<String, String> headers = new HashMap<>();
        headers.put("Retry-After", lines[0]);
        if (lines.length == 2) {
            headers.put("Date", lines[1]);
        }
        Optional<Duration> wait = waitOf(headers);

        String text = lines[0].strip();
        if (text.matches("[0-9]{1,6}")) {
            Duration seconds = Duration.ofSeconds(Integer.parseInt(text));
            claim(wait.equals(Optional.of(seconds).filter(w -> w.compareTo(DAY) <= 0)), "seconds are seconds");
        } else if (lines.length == 1) {
            claim(wait.isEmpty(), "a date alone says nothing");
        }
        wait.ifPresent(this::checkWait);
    }

    private void checkWait(Duration wait) {
        claim(!wait.isNegative() && wait.compareTo(DAY) <= 0, "a wait is sane");
        String seconds = String.valueOf(wait.toSeconds());
        claim(waitOf(Map.of("Retry-After", seconds)).equals(Optional.of(wait)), "as seconds it is the same");
        String until = DateTimeFormatter.RFC_1123_DATE_TIME.format(SENT.plus(wait));
        String sent = DateTimeFormatter.RFC_1123_DATE_TIME.format(SENT);
        claim(waitOf(Map.of("retry-after", until, "date", sent)).equals(Optional.of(wait)), "as a date it is the same");
    }

    private Optional<Duration> waitOf(Map<String, String> headers) {
        Submission outcome = client.submit(new HttpReply(429, headers, new byte[0]));
        return ((Submission.Throttled) outcome).retryAfter();
    }
}
