package io.github.hlr4j.it.probe;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import java.net.URI;

/** The smallest application there is: asks about one number and prints what it cost. */
public final class MinimalApplication {

    private MinimalApplication() {}

    /**
     * Submits one number.
     *
     * @param arguments the base URL, the key, the number and, where it matters, the format of the reply
     */
    public static void main(String[] arguments) {
        try (HlrClient hlr = HlrClient.builder(ApiKey.of(arguments[1]))
                .baseUrl(URI.create(arguments[0]))
                .build()) {
            VerificationRequest request = VerificationRequest.of(PhoneNumber.parse(arguments[2]));
            if (arguments.length > 3) {
                request = request.replyingIn(ReplyFormat.valueOf(arguments[3]));
            }
            Submission.Accepted accepted = hlr.submit(request).orElseThrow();
            System.out.println(accepted.campaignId() + " " + accepted.cost());
        }
    }
}
