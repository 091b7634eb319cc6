package io.github.hlr4j.fuzz;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.WireFormatProvider;

/** A client whose transport has the reply already. */
final class StubClient {

    static final String KEY = "fake-key-4711";

    private static final VerificationRequest REQUEST = VerificationRequest.of(PhoneNumber.parse("+33639980001"));

    private final HlrClient client;
    private HttpReply reply;

    StubClient(WireFormatProvider format) {
        this.client = HlrClient.builder(ApiKey.of(KEY))
                .transport(post -> reply)
                .formats(format)
                .quota(longestWait -> usage -> {})
                .build();
    }

    Submission submit(HttpReply newReply) {
        reply = newReply;
        return client.submit(REQUEST);
    }
}
