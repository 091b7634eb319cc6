package io.github.hlr4j.client;

import static io.github.hlr4j.Fixtures.KEY;
import static io.github.hlr4j.Fixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.WordFormat;
import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.RequestQuota.Usage;
import io.github.hlr4j.spi.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of {@code docs/contract.md}: what happened, what the caller is told, what the quota is told. */
class DecisionTableTest {

    private final List<Usage> released = new ArrayList<>();
    private int sent;

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # happened    | body                          | outcome     | requests, usage
            # nothing left
            quota refuses | -                             | NotSent     | 0, -
            interrupted   | -                             | NotSent     | 0, -
            not sent      | -                             | NotSent     | 1, NOT_SENT
            # it left, and no complete reply came back
            unknown       | -                             | Unconfirmed | 1, UNANSWERED
            broken        | -                             | Unconfirmed | 1, UNANSWERED
            no reply      | -                             | Unconfirmed | 1, UNANSWERED
            # 429, whatever it says
            429           | -                             | Throttled   | 1, THROTTLED
            429           | accepted                      | Throttled   | 1, THROTTLED
            429           | refused                       | Throttled   | 1, THROTTLED
            429           | breaks-decoder                | Throttled   | 1, THROTTLED
            # a documented success
            200           | accepted                      | Accepted    | 1, ANSWERED
            201           | accepted                      | Accepted    | 1, ANSWERED
            299           | accepted                      | Accepted    | 1, ANSWERED
            # a documented error, with a status that does not contradict
            200           | refused                       | Rejected    | 1, ANSWERED
            200           | refused-without-words         | Rejected    | 1, ANSWERED
            200           | refused-with-new-code         | Rejected    | 1, ANSWERED
            299           | refused                       | Rejected    | 1, ANSWERED
            400           | refused                       | Rejected    | 1, ANSWERED
            401           | refused                       | Rejected    | 1, ANSWERED
            403           | refused-without-words         | Rejected    | 1, ANSWERED
            407           | refused                       | Rejected    | 1, ANSWERED
            409           | refused                       | Rejected    | 1, ANSWERED
            421           | refused                       | Rejected    | 1, ANSWERED
            425           | refused                       | Rejected    | 1, ANSWERED
            499           | refused                       | Rejected    | 1, ANSWERED
            # 4xx without a body that can be read
            400           | -                             | Rejected    | 1, ANSWERED
            401           | <html>                        | Rejected    | 1, ANSWERED
            403           | breaks-decoder                | Rejected    | 1, ANSWERED
            404           | -                             | Rejected    | 1, ANSWERED
            407           | -                             | Rejected    | 1, ANSWERED
            409           | nothing                       | Rejected    | 1, ANSWERED
            413           | -                             | Rejected    | 1, ANSWERED
            420           | -                             | Rejected    | 1, ANSWERED
            422           | -                             | Rejected    | 1, ANSWERED
            424           | -                             | Rejected    | 1, ANSWERED
            426           | -                             | Rejected    | 1, ANSWERED
            428           | -                             | Rejected    | 1, ANSWERED
            430           | -                             | Rejected    | 1, ANSWERED
            499           | -                             | Rejected    | 1, ANSWERED
            # everything else: 4xx that a request in flight may get
            408           | -                             | Unconfirmed | 1, ANSWERED
            408           | refused                       | Unconfirmed | 1, ANSWERED
            408           | accepted                      | Unconfirmed | 1, ANSWERED
            421           | -                             | Unconfirmed | 1, ANSWERED
            425           | -                             | Unconfirmed | 1, ANSWERED
            # 1xx, 3xx, 5xx, and what is no status at all
            0             | accepted                      | Unconfirmed | 1, ANSWERED
            100           | accepted                      | Unconfirmed | 1, ANSWERED
            199           | refused                       | Unconfirmed | 1, ANSWERED
            300           | accepted                      | Unconfirmed | 1, ANSWERED
            301           | -                             | Unconfirmed | 1, ANSWERED
            302           | refused                       | Unconfirmed | 1, ANSWERED
            307           | -                             | Unconfirmed | 1, ANSWERED
            399           | refused                       | Unconfirmed | 1, ANSWERED
            500           | -                             | Unconfirmed | 1, ANSWERED
            500           | accepted                      | Unconfirmed | 1, ANSWERED
            500           | refused                       | Unconfirmed | 1, ANSWERED
            502           | <html>                        | Unconfirmed | 1, ANSWERED
            503           | refused                       | Unconfirmed | 1, ANSWERED
            504           | -                             | Unconfirmed | 1, ANSWERED
            599           | refused                       | Unconfirmed | 1, ANSWERED
            600           | refused                       | Unconfirmed | 1, ANSWERED
            999           | accepted                      | Unconfirmed | 1, ANSWERED
            # 2xx with any other body
            200           | -                             | Unconfirmed | 1, ANSWERED
            200           | <html>                        | Unconfirmed | 1, ANSWERED
            200           | breaks-decoder                | Unconfirmed | 1, ANSWERED
            200           | nothing                       | Unconfirmed | 1, ANSWERED
            204           | -                             | Unconfirmed | 1, ANSWERED
            200           | accepted-but-no-campaign      | Unconfirmed | 1, ANSWERED
            200           | accepted-but-negative-cost    | Unconfirmed | 1, ANSWERED
            200           | accepted-but-endless-cost     | Unconfirmed | 1, ANSWERED
            200           | accepted-but-no-currency      | Unconfirmed | 1, ANSWERED
            200           | accepted-but-negative-count   | Unconfirmed | 1, ANSWERED
            # contradictions
            200           | accepted-but-code-10          | Unconfirmed | 1, ANSWERED
            400           | accepted                      | Unconfirmed | 1, ANSWERED
            403           | accepted-but-code-10          | Unconfirmed | 1, ANSWERED
            200           | refused-but-code-200          | Unconfirmed | 1, ANSWERED
            403           | refused-but-code-200          | Unconfirmed | 1, ANSWERED
            """)
    void assumed_A02_saysWhatBecameOfTheMoney(String happened, String body, String outcome, String requestsAndUsage) {
        if (happened.equals("interrupted")) {
            Thread.currentThread().interrupt();
        }
        HlrClient client = HlrClient.builder(KEY)
                .transport(transport(happened, body))
                .formats(new WordFormat(ReplyFormat.JSON))
                .quota(quota(happened))
                .build();

        Submission submission = client.submit(VerificationRequest.of(number(1)));

        assertThat(submission.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(sent + ", " + (released.isEmpty() ? "-" : released.get(0))).isEqualTo(requestsAndUsage);
        assertThat(released).hasSizeLessThanOrEqualTo(1);
    }

    private HttpTransport transport(String happened, String body) {
        return post -> {
            sent++;
            return switch (happened) {
                case "not sent" -> throw new TransportException(Delivery.NOT_SENT, "connection refused", null);
                case "unknown" -> throw new TransportException(Delivery.UNKNOWN, "connection reset", null);
                case "broken" -> throw new IllegalStateException("the transport is broken");
                case "no reply" -> null;
                default ->
                    new HttpReply(
                            Integer.parseInt(happened),
                            Map.of(),
                            body.equals("-") ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
            };
        };
    }

    private RequestQuota quota(String happened) {
        return (Duration longestWait) -> {
            if (happened.equals("quota refuses")) {
                throw new QuotaException("the wait would be too long");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return released::add;
        };
    }
}
