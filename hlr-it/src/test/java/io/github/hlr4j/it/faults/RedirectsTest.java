package io.github.hlr4j.it.faults;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key goes to one place: however a reply says that the request should go elsewhere, it does not, nor a second time. */
class RedirectsTest {

    private static final VerificationRequest REQUEST = VerificationRequest.of(PhoneNumber.parse("+33639980001"));
    private static final String ACCEPTED =
            "{\"success\": true, \"code\": 200, \"campaign_id\": \"HLR1\", \"number\": 1, \"cost\": 0.005, \"currency\": \"EUR\"}";

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "300, Location: http://127.0.0.1:PORT/v1/hlr/notify",
        "301, Location: http://127.0.0.1:PORT/v1/hlr/notify",
        "302, Location: http://127.0.0.1:PORT/v1/hlr/notify",
        "303, Location: http://127.0.0.1:PORT/v1/hlr/notify",
        "305, Location: http://127.0.0.1:PORT/",
        "307, Location: http://127.0.0.1:PORT/v1/hlr/notify",
        "308, Location: http://127.0.0.1:PORT/v1/hlr/notify",
        "307, Location: //127.0.0.1:PORT/v1/hlr/notify",
        "307, Location: http://somebody:secret@127.0.0.1:PORT/v1/hlr/notify",
        "307, Location: /v1/hlr/notify/",
        "421, Alt-Svc: h2=\":PORT\"",
        "401, WWW-Authenticate: Basic realm=\"elsewhere\"",
        "407, Proxy-Authenticate: Basic realm=\"elsewhere\"",
        "503, Refresh: 0; url=http://127.0.0.1:PORT/v1/hlr/notify",
    })
    void nothingIsSentElsewhereOrAgain(int status, String header) {
        RawScript accepting = RawScript.reply(200, ACCEPTED, "Content-Type: application/json");
        try (RawHttpServer elsewhere = RawHttpServer.start(accepting);
                RawHttpServer service = RawHttpServer.start(
                        RawScript.reply(status, "", header.replace("PORT", Integer.toString(port(elsewhere)))),
                        accepting);
                HlrClient hlr = HlrClient.builder(ApiKey.of("sandbox-key"))
                        .baseUrl(service.http("/v1"))
                        .build()) {
            Submission outcome = hlr.submit(REQUEST.replyingIn(ReplyFormat.JSON));

            assertThat(outcome).isInstanceOfAny(Submission.Unconfirmed.class, Submission.Rejected.class);
            assertThat(service.requests()).isOne();
            assertThat(elsewhere.connections()).isZero();
        }
    }

    private static int port(RawHttpServer server) {
        return server.http("/").getPort();
    }
}
