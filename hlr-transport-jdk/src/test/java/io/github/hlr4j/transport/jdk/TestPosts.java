package io.github.hlr4j.transport.jdk;

import io.github.hlr4j.spi.HttpPost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests with a body that holds nothing. */
final class TestPosts {

    private TestPosts() {}

    static HttpPost to(URI uri) {
        return new HttpPost(
                uri,
                "application/json",
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(10),
                1024);
    }
}
