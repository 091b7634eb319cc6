package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

/** One call of a transport and how it ended; the deadline and the silence about secrets are checked for every one. */
final class Attempt {

    private static final Duration TOLERATED_LATENESS = Duration.ofMillis(250);

    private final HttpReply reply;
    private final TransportException failure;

    private Attempt(HttpReply reply, TransportException failure) {
        this.reply = reply;
        this.failure = failure;
    }

    static Attempt of(HttpTransport transport, HttpPost post) {
        long start = System.nanoTime();
        Attempt attempt;
        try {
            attempt = new Attempt(transport.post(post), null);
        } catch (TransportException e) {
            attempt = new Attempt(null, e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("a call ends by its deadline of %s", post.timeout())
                .isLessThanOrEqualTo(post.timeout().plus(TOLERATED_LATENESS));
        attempt.keepsSecrets();
        return attempt;
    }

    HttpReply reply() {
        if (reply == null) {
            fail("expected a reply", failure);
        }
        return reply;
    }

    TransportException failedWith(Delivery delivery) {
        assertThat(failure).as("a failure instead of the reply %s", reply).isNotNull();
        if (failure.delivery() != delivery) {
            fail("expected the delivery " + delivery + " instead of " + failure.delivery(), failure);
        }
        return failure;
    }

    boolean isAnswered() {
        return reply != null;
    }

    private void keepsSecrets() {
        if (failure != null) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(Posts.KEY, Posts.NUMBER, Posts.QUERY);
        }
    }
}
