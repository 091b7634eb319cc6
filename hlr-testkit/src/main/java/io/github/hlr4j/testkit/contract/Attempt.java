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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of a transport and how it ended; the deadline and the silence about secrets are checked for every one. */
final class Attempt {

    private static final Duration TOLERATED_LATENESS = Duration.ofMillis(250);
    private static final Duration PATIENCE = TOLERATED_LATENESS.multipliedBy(2);

    private final HttpReply reply;
    private final TransportException failure;
    private final boolean early;

    private Attempt(HttpReply reply, TransportException failure, boolean early) {
        this.reply = reply;
        this.failure = failure;
        this.early = early;
    }

    /** Calls in a thread of its own, because a transport that knows no deadline would keep this one for ever. */
    static Attempt of(HttpTransport transport, HttpPost post) {
        FutureTask<Attempt> call = new FutureTask<>(() -> inThisThread(transport, post));
        Thread caller = new Thread(call, "caller-of-transport");
        caller.setDaemon(true);
        caller.start();
        try {
            return call.get(post.timeout().plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            caller.interrupt();
            return fail("the call goes on long after its deadline of " + post.timeout());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            caller.interrupt();
            Thread.currentThread().interrupt();
            return fail("interrupted in the middle of a call", e);
        }
    }

    static Attempt inThisThread(HttpTransport transport, HttpPost post) {
        long start = System.nanoTime();
        HttpReply reply = null;
        TransportException failure = null;
        try {
            reply = transport.post(post);
        } catch (TransportException e) {
            failure = e;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took)
                .as("a call ends by its deadline of %s", post.timeout())
                .isLessThanOrEqualTo(post.timeout().plus(TOLERATED_LATENESS));
        Attempt attempt = new Attempt(reply, failure, took.compareTo(post.timeout()) < 0);
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

    /** Whether it did not take its deadline to end the call. */
    boolean isEarly() {
        return early;
    }

    private void keepsSecrets() {
        if (failure != null) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(Posts.KEY, Posts.NUMBER, Posts.QUERY);
        }
    }
}
