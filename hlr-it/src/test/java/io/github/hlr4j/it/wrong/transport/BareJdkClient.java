package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * The client of the JDK, used as its documentation shows. Its timeout is over when the headers are there, its body has no
 * limit, and its messages repeat the address.
 */
final class BareJdkClient implements HttpTransport {

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public HttpReply post(HttpPost post) {
        try {
            HttpResponse<byte[]> response = client.send(request(post), BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new HttpReply(response.statusCode(), headers, response.body());
        } catch (ConnectException | HttpConnectTimeoutException | SSLException | IllegalArgumentException e) {
            throw new TransportException(Delivery.NOT_SENT, "not sent", e);
        } catch (IOException e) {
            throw new TransportException(Delivery.UNKNOWN, "no reply", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(Delivery.UNKNOWN, "interrupted", e);
        }
    }

    @Override
    public void close() {}

    private static HttpRequest request(HttpPost post) {
        return HttpRequest.newBuilder(post.uri())
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(post.timeout())
                .header("Content-Type", post.contentType())
                .header("Accept", post.accept())
                .POST(BodyPublishers.ofByteArray(post.body()))
                .build();
    }
}
