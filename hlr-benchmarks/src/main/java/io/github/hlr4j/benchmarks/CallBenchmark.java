package io.github.hlr4j.benchmarks;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.RequestQuota.Permit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call over loopback to {@link FixedServer} in another process, beside the same POST written by hand. */
@State(Scope.Benchmark)
public class CallBenchmark {

    private static final Permit PERMIT = usage -> {};

    /** How many numbers a request has. */
    @Param({"1", "500"})
    private int numbers;

    private ServerProcess server;
    private HlrClient hlr;
    private VerificationRequest request;
    private HttpClient http;
    private URI endpoint;
    private List<PhoneNumber> list;

    /** Starts the server, and both clients. */
    @Setup
    public void start() throws IOException {
        server = ServerProcess.start();
        list = Numbers.canonical(numbers);
        request = VerificationRequest.of(list);
        hlr = HlrClient.builder(ApiKey.of(Numbers.KEY))
                .baseUrl(server.baseUrl())
                .build();
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        endpoint = URI.create(server.baseUrl() + "/hlr/notify");
    }

    /** Stops them. */
    @TearDown
    public void stop() {
        hlr.close();
        server.close();
    }

    /** The quota is left out: it would hold a call back on purpose. */
    @Benchmark
    public Submission call() {
        Submission outcome = hlr.submit(request, PERMIT);
        if (!(outcome instanceof Submission.Accepted)) {
            throw new IllegalStateException(outcome.toString());
        }
        return outcome;
    }

    /** The least that an application writes; its reply stays bytes. */
    @Benchmark
    public byte[] callByHand() throws IOException, InterruptedException {
        return bodyOf(http.send(post(), BodyHandlers.ofByteArray()));
    }

    /** The same, begun in a thread of the client: the least that lets a caller keep a deadline. */
    @Benchmark
    public byte[] callByHandAsync() throws InterruptedException, ExecutionException, TimeoutException {
        return bodyOf(http.sendAsync(post(), BodyHandlers.ofByteArray()).get(30, TimeUnit.SECONDS));
    }

    private HttpRequest post() {
        String phones = list.stream().map(PhoneNumber::e164).collect(Collectors.joining(","));
        String body = "{\"apiKey\":\"" + Numbers.KEY + "\",\"phoneNumbers\":\"" + phones + "\",\"_format\":\"json\"}";
        return HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static byte[] bodyOf(HttpResponse<byte[]> reply) {
        if (reply.statusCode() != 200) {
            throw new IllegalStateException("status " + reply.statusCode());
        }
        return reply.body();
    }
}
