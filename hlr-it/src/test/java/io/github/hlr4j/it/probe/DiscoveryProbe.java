package io.github.hlr4j.it.probe;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import java.net.URI;

/**
 * Builds a client from what is on the class path or module path and prints, in one line each, what it found: without a
 * name for the transport, then with each name that is given as an argument.
 */
public final class DiscoveryProbe {

    /** Nobody listens at this port, so that every transport fails, each in its own code. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/v1");

    private DiscoveryProbe() {}

    /**
     * Prints what is found.
     *
     * @param transportNames names to ask for
     */
    public static void main(String[] transportNames) {
        print(builder());
        for (String name : transportNames) {
            print(builder().transport(name));
        }
    }

    private static HlrClient.Builder builder() {
        return HlrClient.builder(ApiKey.of("fake-key")).baseUrl(NOBODY);
    }

    private static void print(HlrClient.Builder builder) {
        System.out.println(found(builder).replace("\n", "\\n"));
    }

    private static String found(HlrClient.Builder builder) {
        try (HlrClient client = builder.build()) {
            return client + " over " + transportOf(client);
        } catch (ConfigurationException e) {
            return e.getMessage();
        }
    }

    private static String transportOf(HlrClient client) {
        Submission outcome = client.submit(VerificationRequest.of(PhoneNumber.parse("+33639980001")));
        return outcome instanceof Submission.NotSent notSent
                ? notSent.cause().getStackTrace()[0].getClassName().replaceAll("\\.[^.]*$", "")
                : "a transport that reports " + outcome;
    }
}
