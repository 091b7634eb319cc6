package io.github.hlr4j.transport.jdk;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/**
 * Says how a request ended without a complete reply.
 *
 * <p>Whether it was sent is what its body knows, and never read from an exception: with TLS 1.3 a server refuses a
 * client's certificate after the request, and that failure is a handshake exception too. Types of exceptions only choose
 * the words.
 */
final class Failures {

    private final HttpPost post;
    private final SingleUseBody body;

    Failures(HttpPost post, SingleUseBody body) {
        this.post = post;
        this.body = body;
    }

    TransportException closed() {
        return failure("the transport is closed, no call to " + server() + " was made", null);
    }

    TransportException unusableAddress() {
        return failure(
                "an address to post to begins with http:// or https:// and names a host; this one does not", null);
    }

    TransportException interrupted(InterruptedException cause) {
        boolean unsent = body.withdraw();
        return failure(
                "the thread was interrupted " + (unsent ? "before a request left for " : "during a call to ")
                        + server(),
                cause);
    }

    TransportException deadlinePassed(Exception cause) {
        boolean unsent = body.withdraw();
        return failure(
                (unsent ? "no connection to " : "no complete reply from ") + server() + " within "
                        + post.timeout().toMillis() + " ms",
                cause);
    }

    TransportException broken(Throwable reported) {
        Throwable cause = reported;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean unsent = body.withdraw();
        return unsent ? failure(beforeSending(cause), cause) : failure(afterSending(cause), withoutWords(cause));
    }

    private String beforeSending(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "connecting to " + server() + " took too long";
        }
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException
                    ? "the host name of " + server() + " could not be resolved"
                    : "no connection to " + server() + " could be made";
        }
        if (cause instanceof SSLException) {
            return "the TLS handshake with " + server() + " failed";
        }
        if (cause instanceof IllegalArgumentException) {
            return "a header or the port of a request to " + server() + " is unusable";
        }
        return "the connection to " + server() + " failed while it was made";
    }

    private String afterSending(Throwable cause) {
        if (cause instanceof ReplyTooLargeException) {
            return "the reply of " + server() + " is larger than " + post.maxReplyBytes() + " bytes";
        }
        if (cause instanceof IOException) {
            return "the connection to " + server() + " broke before a complete and correct reply arrived";
        }
        return "the HTTP client failed during a call to " + server();
    }

    /** The JDK quotes a reply that it cannot read, and a reply may repeat the request with the key in it. */
    private static IOException withoutWords(Throwable cause) {
        IOException silent = new IOException(cause.getClass().getName());
        silent.setStackTrace(cause.getStackTrace());
        return silent;
    }

    private TransportException failure(String what, Throwable cause) {
        return body.withdraw()
                ? new TransportException(
                        Delivery.NOT_SENT, what + "; nothing was sent, so sending it again cannot cost twice", cause)
                : new TransportException(
                        Delivery.UNKNOWN, what + "; the request may have arrived and may be billed", cause);
    }

    private String server() {
        URI uri = post.uri();
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getHost() + ":" + port;
    }
}
