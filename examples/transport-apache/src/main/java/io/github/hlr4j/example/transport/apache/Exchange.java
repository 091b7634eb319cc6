package io.github.hlr4j.example.transport.apache;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.Method;

/** One request and its reply: made in one thread, given up by another, and then asked what was sent. */
final class Exchange implements Callable<HttpReply> {

    private final CloseableHttpClient client;
    private final HttpPost post;
    private final SingleUseEntity body;
    private final HttpUriRequestBase request;

    Exchange(CloseableHttpClient client, RequestConfig config, HttpPost post) {
        this.client = client;
        this.post = post;
        this.body = new SingleUseEntity(post.body());
        this.request = new HttpUriRequestBase(Method.POST.name(), post.uri());
        request.setConfig(config);
        request.setHeader(HttpHeaders.CONTENT_TYPE, post.contentType());
        request.setHeader(HttpHeaders.ACCEPT, post.accept());
        request.setEntity(body);
    }

    /** The response is not closed here: that would read what remains of it, for as long as it lasts. */
    @Override
    public HttpReply call() throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        if (body.withdraw()) {
            throw new ConnectException("a proxy answered with status " + response.getCode() + " and did not connect");
        }
        return new HttpReply(response.getCode(), firstValues(response), read(response.getEntity()));
    }

    /** Ends the connection, or the attempt to make one; does nothing where the reply was read to its end. */
    void giveUp() {
        request.cancel();
    }

    /** What went wrong once the request left may quote the reply, and a reply may repeat the key: then there is no cause. */
    TransportException failed(String what, Throwable cause) {
        String call = what + ", in a call to " + post.uri().getHost();
        return body.withdraw()
                ? new TransportException(
                        Delivery.NOT_SENT, call + "; nothing was sent, so sending it again cannot cost twice", cause)
                : new TransportException(
                        Delivery.UNKNOWN, call + "; the request may have arrived and may be billed", null);
    }

    private byte[] read(HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream in = entity.getContent();
        byte[] bytes = in.readNBytes(post.maxReplyBytes());
        if (in.read() >= 0) {
            throw new MessageConstraintException("the reply is larger than " + post.maxReplyBytes() + " bytes");
        }
        return bytes;
    }

    private static Map<String, String> firstValues(ClassicHttpResponse response) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            values.putIfAbsent(header.getName(), header.getValue());
        }
        return values;
    }
}
