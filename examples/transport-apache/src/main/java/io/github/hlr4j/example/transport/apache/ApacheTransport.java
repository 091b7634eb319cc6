package io.github.hlr4j.example.transport.apache;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * Sends with a {@link CloseableHttpClient}, each call in a thread of the transport.
 *
 * <p>The caller waits for that thread, and leaves when its deadline has passed or it is interrupted: Apache's timeouts are
 * for one read each, and a thread that reads a socket hears no interrupt.
 */
final class ApacheTransport implements HttpTransport {

    private static final int HIGHEST_PORT = 65535;
    private static final int SECONDS_OF_IDLING = 10;

    private final CloseableHttpClient client;
    private final RequestConfig config;
    private final ThreadPoolExecutor threads;

    ApacheTransport(CloseableHttpClient client, Runnable release) {
        this.client = client;
        this.config = sendingOnce(client);
        this.threads = threads(release);
    }

    @Override
    public HttpReply post(HttpPost post) {
        long start = System.nanoTime();
        if (!isUsable(post.uri())) {
            throw new TransportException(
                    Delivery.NOT_SENT,
                    "an address to post to begins with http:// or https:// and names a host, and a port below 65536 or"
                            + " none; this one does not, and nothing was sent",
                    null);
        }
        Exchange exchange = new Exchange(client, config, post);
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long left = TimeUnit.NANOSECONDS.convert(post.timeout()) - (System.nanoTime() - start);
            return threads.submit(exchange).get(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw exchange.failed("the thread was interrupted", e);
        } catch (TimeoutException e) {
            throw exchange.failed(
                    "there was no complete reply within " + post.timeout().toMillis() + " ms", e);
        } catch (RejectedExecutionException e) {
            throw exchange.failed("the transport is closed", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw exchange.failed(cause.getClass().getSimpleName() + " instead of a complete reply", cause);
        } finally {
            exchange.giveUp();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    @Override
    public String toString() {
        return "ApacheTransport[" + (threads.isShutdown() ? "closed" : "open") + "]";
    }

    /** What the client does by default, less everything that answers a reply with another request or changes either. */
    private static RequestConfig sendingOnce(CloseableHttpClient client) {
        RequestConfig.Builder config = client instanceof Configurable configurable
                ? RequestConfig.copy(configurable.getConfig())
                : RequestConfig.custom();
        return config.setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setExpectContinueEnabled(false)
                .setCookieSpec(StandardCookieSpec.IGNORE)
                .build();
    }

    private static boolean isUsable(URI uri) {
        String scheme = uri.getScheme();
        return uri.getHost() != null
                && uri.getPort() <= HIGHEST_PORT
                && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
    }

    private static ThreadPoolExecutor threads(Runnable release) {
        SynchronousQueue<Runnable> noQueue = new SynchronousQueue<>();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, SECONDS_OF_IDLING, TimeUnit.SECONDS, noQueue, ApacheTransport::daemon) {
            /** Runs after the last call in flight, so that closing cuts off none. */
            @Override
            protected void terminated() {
                release.run();
            }
        };
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "hlr-example-transport-apache");
        thread.setDaemon(true);
        return thread;
    }
}
