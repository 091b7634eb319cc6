package io.github.hlr4j.example.transport.apache;

import io.github.hlr4j.spi.HttpPost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests with a body that holds nothing. */
final class TestPosts {

    private TestPosts() {}

    static HttpPost to(URI uri) {
        return to(uri, Duration.ofSeconds(10));
    }

    static HttpPost to(URI uri, Duration timeout) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        return new HttpPost(uri, "application/json", "application/json", body, timeout, 1024);
    }
}
