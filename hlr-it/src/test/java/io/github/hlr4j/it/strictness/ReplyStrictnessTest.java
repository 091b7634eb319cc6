package io.github.hlr4j.it.strictness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.ApiError;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every reply of the tables, sent over HTTP to a client with everything in it that an application has. */
class ReplyStrictnessTest {

    private static final HttpTransport TRANSPORT = JdkHttpTransport.create();
    private static final ApiKey KEY = ApiKey.of("fake-key-4711");
    private static final VerificationRequest REQUEST = VerificationRequest.of(PhoneNumber.parse("+33639980001"));

    @AfterAll
    static void closeTransport() {
        TRANSPORT.close();
    }

    @TestFactory
    Stream<DynamicTest> repliesInJsonAreBelievedToTheLetter() {
        return Table.REPLIES_IN_JSON.tests(
                row -> assertThat(outcome(row, ReplyFormat.JSON)).as(row.why()).isEqualTo(row.outcome()));
    }

    @TestFactory
    Stream<DynamicTest> repliesInXmlAreBelievedToTheLetter() {
        return Table.REPLIES_IN_XML.tests(
                row -> assertThat(outcome(row, ReplyFormat.XML)).as(row.why()).isEqualTo(row.outcome()));
    }

    private static String outcome(Row row, ReplyFormat format) {
        RawScript reply = RawScript.reply(Integer.parseInt(row.condition()), row.body());
        try (RawHttpServer server = RawHttpServer.start(reply);
                HlrClient client = HlrClient.builder(KEY)
                        .baseUrl(server.http("/v1"))
                        .transport(TRANSPORT)
                        .build()) {
            Submission outcome = client.submit(REQUEST.replyingIn(format));
            assertThat(server.requests()).isEqualTo(1);
            return text(outcome);
        }
    }

    private static String text(Submission outcome) {
        if (outcome instanceof Submission.Accepted accepted) {
            return "Accepted " + accepted.campaignId() + " " + accepted.numberCount() + " " + accepted.cost();
        }
        if (outcome instanceof Submission.Rejected rejected) {
            ApiError error = rejected.error();
            return error.code().isEmpty()
                    ? "Rejected HTTP " + error.httpStatus()
                    : "Rejected " + error.code().getAsInt() + " " + error.reason() + " "
                            + error.message().orElse("-");
        }
        return outcome.getClass().getSimpleName();
    }
}
