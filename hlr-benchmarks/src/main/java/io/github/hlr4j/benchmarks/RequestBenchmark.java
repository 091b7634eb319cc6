package io.github.hlr4j.benchmarks;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.format.json.JsonFormat;
import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.TransportException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writing the body of a request with 500 numbers: a whole call, of a transport that sends nothing and reads no reply. */
@State(Scope.Benchmark)
public class RequestBenchmark {

    private static final Permit PERMIT = usage -> {};

    private final VerificationRequest request = VerificationRequest.of(Numbers.canonical(500));
    private final HlrClient client = HlrClient.builder(ApiKey.of(Numbers.KEY))
            .transport(new Nowhere())
            .formats(JsonFormat.create())
            .build();

    @Benchmark
    public Submission requestOf500() {
        return client.submit(request, PERMIT);
    }

    private static final class Nowhere implements HttpTransport {
        private final TransportException unsent = new TransportException(Delivery.NOT_SENT, "unsent", null);

        @Override
        public HttpReply post(HttpPost post) {
            throw unsent;
        }

        @Override
        public void close() {}
    }
}
