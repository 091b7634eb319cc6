package io.github.hlr4j.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Talks to the fake as somebody does who has never heard of this library. */
final class Caller {

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeSmsPartner fake;

    Caller(FakeSmsPartner fake) {
        this.fake = fake;
    }

    static String request(String key, String numbers, String... more) {
        StringBuilder json = new StringBuilder("{\"apiKey\":\"" + key + "\",\"phoneNumbers\":\"" + numbers + '"');
        for (int i = 0; i < more.length; i += 2) {
            json.append(",\"")
                    .append(more[i])
                    .append("\":\"")
                    .append(more[i + 1])
                    .append('"');
        }
        return json.append('}').toString();
    }

    HttpResponse<String> submit(String numbers, String... more) throws Exception {
        return post(request("sandbox-key", numbers, more));
    }

    HttpResponse<String> post(String body, String... headers) throws Exception {
        return post("/hlr/notify", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path).POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(to(path).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder to(String path) {
        URI uri = path.startsWith("//") ? fake.baseUrl().resolve(path.substring(1)) : URI.create(fake.baseUrl() + path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
    }
}
