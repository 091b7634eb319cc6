package io.github.hlr4j.testkit.contract;

import io.github.hlr4j.spi.HttpPost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests to send: a key that is none, numbers that are nobody's, and an address with something to hide. */
final class Posts {

    static final String KEY = "not-a-real-key-000";
    static final String NUMBER = "+33639980001";
    static final String QUERY = "hidden=query";
    static final String PATH = "/v1/hlr/notify?" + QUERY;
    static final int MAX_REPLY_BYTES = 4096;

    private static final Duration AMPLE = Duration.ofSeconds(20);

    private Posts() {}

    static HttpPost to(URI uri) {
        return to(uri, AMPLE);
    }

    static HttpPost to(URI uri, Duration timeout) {
        return of(uri, body(NUMBER), timeout);
    }

    static HttpPost of(URI uri, byte[] body) {
        return of(uri, body, AMPLE);
    }

    static byte[] bodyOf500Numbers() {
        return body(IntStream.range(0, 500)
                .mapToObj(n -> "+3363998" + String.format("%04d", n))
                .collect(Collectors.joining(",")));
    }

    private static HttpPost of(URI uri, byte[] body, Duration timeout) {
        return new HttpPost(uri, "application/json", "application/xml", body, timeout, MAX_REPLY_BYTES);
    }

    private static byte[] body(String numbers) {
        return ("{\"apiKey\":\"" + KEY + "\",\"phoneNumbers\":\"" + numbers + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
