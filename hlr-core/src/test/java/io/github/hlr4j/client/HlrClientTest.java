package io.github.hlr4j.client;

import static io.github.hlr4j.Fixtures.KEY;
import static io.github.hlr4j.Fixtures.KEY_TEXT;
import static io.github.hlr4j.Fixtures.number;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.Cost;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.WordFormat;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.RequestQuota.Usage;
import io.github.hlr4j.spi.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HlrClientTest {

    private static final VerificationRequest REQUEST = VerificationRequest.of(number(1));

    private final List<HttpPost> posts = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Usage> released = new ArrayList<>();
    private final RequestQuota quota = wait -> {
        waits.add(wait);
        return released::add;
    };

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void documented_D06_anAcceptanceCarriesWhatTheServiceSaid() {
        Submission outcome = client(replying("200 accepted")).build().submit(REQUEST);

        assertThat(outcome).isEqualTo(new Submission.Accepted(CampaignId.of("HLR000000"), 1, Cost.of("0.005", "EUR")));
    }

    @Test
    void documented_D08_aRefusalCarriesCodeWordsAndStatus() {
        Submission outcome = client(replying("403 refused")).build().submit(REQUEST);

        assertThat(outcome).isInstanceOfSatisfying(Submission.Rejected.class, refused -> {
            assertThat(refused.error().reason()).isEqualTo(ApiErrorCode.INVALID_API_KEY);
            assertThat(refused.error().message()).contains("Cl\u00E9 API incorrecte");
            assertThat(refused.error().httpStatus()).isEqualTo(403);
        });
    }

    @Test
    void documented_D04_aThrottlingCarriesTheWaitThatIsAskedFor() {
        HlrClient client = client(post -> new HttpReply(429, Map.of("retry-after", "30"), new byte[0]))
                .build();

        assertThat(client.submit(REQUEST))
                .isInstanceOfSatisfying(
                        Submission.Throttled.class,
                        throttled -> assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 garbage | HTTP status 200, but its body is not a documented reply (no word that is known); the request may"
                        + " have been billed",
                "200 breaks-decoder | HTTP status 200, but its body is not a documented reply (IllegalStateException); the"
                        + " request may have been billed",
                "200 accepted-but-no-campaign | HTTP status 200, but it reports a success with an impossible value (a campaign"
                        + " id is 1 to 64 visible ASCII characters); the request may have been billed",
                "200 accepted-by-its-key | HTTP status 200, but its campaign_id has the API key in it, and would be printed;"
                        + " the request may have been billed",
                "500 refused | HTTP status 500, but its status and its code 10 contradict; the request may have been billed"
            })
    void saysWhyNobodyIsSure(String reply, String message) {
        assertThat(client(replying(reply)).build().submit(REQUEST))
                .isInstanceOfSatisfying(
                        Submission.Unconfirmed.class,
                        unconfirmed -> assertThat(unconfirmed.cause()).hasMessage(message));
    }

    @Test
    void keepsWhatTheTransportThrewAsTheCause() {
        TransportException reset = new TransportException(Delivery.UNKNOWN, "connection reset", null);

        assertThat(client(post -> {
                            throw reset;
                        })
                        .build()
                        .submit(REQUEST))
                .isEqualTo(new Submission.Unconfirmed(reset));
    }

    @Test
    void aTransportThatBreaksItsContractIsNamed() {
        HlrClient client = client(post -> {
                    throw new IllegalStateException("oops");
                })
                .build();

        assertThat(client.submit(REQUEST))
                .isInstanceOfSatisfying(
                        Submission.Unconfirmed.class,
                        unconfirmed -> assertThat(unconfirmed.cause())
                                .hasMessage("the transport threw java.lang.IllegalStateException, which no transport"
                                        + " may; the request may have been billed")
                                .hasRootCauseMessage("oops"));
    }

    @Test
    void anErrorPassesAndItsPermitCountsAsUnanswered() {
        HlrClient client = client(post -> {
                    throw new StackOverflowError();
                })
                .build();

        assertThatThrownBy(() -> client.submit(REQUEST)).isInstanceOf(StackOverflowError.class);
        assertThat(released).containsExactly(Usage.UNANSWERED);
    }

    @Test
    void aFormatThatIsNotPresentIsAnErrorBeforeAnythingIsSent() {
        HlrClient client = client(replying("200 accepted")).build();

        assertThatThrownBy(() -> client.submit(REQUEST.replyingIn(ReplyFormat.XML)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The request asks for a reply in XML, present is [JSON].")
                .hasMessageContaining("hlr-format-xml");
        assertThat(posts).isEmpty();
        assertThat(released).containsExactly(Usage.NOT_SENT);
    }

    @Test
    void aRefusalOfTheQuotaIsTheCauseOfNotSending() {
        QuotaException refusal = new QuotaException("61000 ms");
        HlrClient client = client(replying("200 accepted"))
                .quota(wait -> {
                    throw refusal;
                })
                .build();

        assertThat(client.submit(REQUEST)).isEqualTo(new Submission.NotSent(refusal));
    }

    @Test
    void anInterruptBeforeSendingLeavesTheFlagSet() {
        HlrClient client = client(replying("200 accepted"))
                .quota(wait -> {
                    throw new InterruptedException();
                })
                .build();

        assertThat(client.submit(REQUEST))
                .isInstanceOfSatisfying(
                        Submission.NotSent.class,
                        notSent -> assertThat(notSent.cause())
                                .hasMessage("interrupted while waiting for the quota")
                                .hasCauseInstanceOf(InterruptedException.class));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(posts).isEmpty();
    }

    @Test
    void submittingUnderAPermitDoesNotAskTheQuota() {
        HlrClient client = client(replying("200 accepted")).resends(3).build();
        List<Usage> own = new ArrayList<>();

        assertThat(client.submit(REQUEST, own::add)).isInstanceOf(Submission.Accepted.class);
        assertThat(own).containsExactly(Usage.ANSWERED);
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 429 -       , 200 accepted           | Throttled   | 1",
                "1 | 429 -       , 200 accepted           | Accepted    | 2",
                "2 | 429 -       , 429 - , 429 -          | Throttled   | 3",
                "2 | not-sent -  , not-sent - , 200 accepted | Accepted | 3",
                "2 | not-sent -  , 429 - , 200 refused    | Rejected    | 3",
                "5 | not-sent -  , 200 accepted           | Accepted    | 2",
                "5 | unknown -   , 200 accepted           | Unconfirmed | 1",
                "5 | 500 -       , 200 accepted           | Unconfirmed | 1",
                "5 | 429 -       , unknown - , 200 accepted | Unconfirmed | 2",
                "5 | 200 refused , 200 accepted           | Rejected    | 1",
                "5 | 401 -       , 200 accepted           | Rejected    | 1"
            })
    void assumed_A07_resendsOnlyWhatCannotHaveBeenBilled(int resends, String replies, String outcome, int sent) {
        HlrClient client =
                client(replying(replies.split("\\s*,\\s*"))).resends(resends).build();

        assertThat(client.submit(REQUEST).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(posts).hasSize(sent);
        assertThat(released).hasSize(sent);
        assertThat(waits).hasSize(sent);
    }

    @Test
    void aThrottledThatTheQuotaKeepsFromBeingSentAgainStaysThrottled() {
        HlrClient client = client(replying("429 -", "200 accepted"))
                .quota(SlotQuota.create())
                .longestQuotaWait(Duration.ofSeconds(60))
                .resends(2)
                .build();

        assertThat(client.submit(REQUEST)).isInstanceOf(Submission.Throttled.class);
        assertThat(posts).hasSize(1);
    }

    @Test
    void aQuotaThatBreaksItsContractCostsNoOutcome() {
        RuntimeException broken = new IllegalStateException("the database is away");
        HlrClient failsToRelease = client(replying("200 accepted"))
                .quota(wait -> usage -> {
                    throw broken;
                })
                .build();
        HlrClient failsToAcquire = client(replying("200 accepted"))
                .quota(wait -> {
                    throw broken;
                })
                .build();

        assertThat(failsToRelease.submit(REQUEST)).isInstanceOf(Submission.Accepted.class);
        assertThat(failsToAcquire.submit(REQUEST))
                .isInstanceOfSatisfying(
                        Submission.NotSent.class,
                        notSent -> assertThat(notSent.cause()).hasCause(broken));
        assertThat(posts).hasSize(1);
    }

    @Test
    void assumed_A07_sendsTheSameBytesAgain() {
        client(replying("429 -", "200 accepted")).resends(1).build().submit(REQUEST);

        assertThat(posts.get(1).body()).isEqualTo(posts.get(0).body());
    }

    @Test
    void neverResendsAfterTheQuotaRefused() {
        HlrClient client = client(replying("200 accepted"))
                .quota(wait -> {
                    waits.add(wait);
                    throw new QuotaException("61000 ms");
                })
                .resends(5)
                .build();

        assertThat(client.submit(REQUEST)).isInstanceOf(Submission.NotSent.class);
        assertThat(waits).hasSize(1);
    }

    @Test
    void neverResendsAfterAnInterrupt() {
        HlrClient client = client(post -> {
                    posts.add(post);
                    Thread.currentThread().interrupt();
                    throw new TransportException(Delivery.NOT_SENT, "interrupted", null);
                })
                .resends(5)
                .build();

        assertThat(client.submit(REQUEST)).isInstanceOf(Submission.NotSent.class);
        assertThat(posts).hasSize(1);
    }

    @Test
    void givesQuotaAndTransportTheirTimes() {
        client(replying("200 accepted")).build().submit(REQUEST);
        client(replying("200 accepted"))
                .timeout(Duration.ofSeconds(7))
                .longestQuotaWait(Duration.ZERO)
                .build()
                .submit(REQUEST);

        assertThat(posts).extracting(HttpPost::timeout).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(7));
        assertThat(waits).containsExactly(Duration.ofSeconds(30), Duration.ZERO);
        assertThat(posts).extracting(HttpPost::maxReplyBytes).containsOnly(64 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/v1, http://127.0.0.1:8080/v1/hlr/notify",
        "http://localhost:8080/, http://localhost:8080/hlr/notify",
        "https://api.example/v2/, https://api.example/v2/hlr/notify"
    })
    void postsBelowTheBaseUrl(URI baseUrl, URI endpoint) {
        client(replying("200 accepted")).baseUrl(baseUrl).build().submit(REQUEST);

        assertThat(posts).extracting(HttpPost::uri).containsExactly(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.smspartner.fr/v1", "https://api.example/v1?x=y", "/v1"})
    void refusesABaseUrlThatWouldShowTheKey(URI baseUrl) {
        assertThatThrownBy(() -> HlrClient.builder(KEY).baseUrl(baseUrl))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("the base URL ");
    }

    @Test
    void refusesTimesAndCountsThatMeanNothing() {
        HlrClient.Builder builder = HlrClient.builder(KEY);

        assertThatThrownBy(() -> builder.timeout(Duration.ZERO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a timeout is longer than nothing");
        assertThatThrownBy(() -> builder.timeout(Duration.ofNanos(-1))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.longestQuotaWait(Duration.ofNanos(-1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a wait for the quota is not negative");
        assertThatThrownBy(() -> builder.resends(-1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a count of resends is not negative");
    }

    @Test
    void leavesATransportOpenThatItWasGiven() {
        AtomicBoolean closed = new AtomicBoolean();
        HttpTransport transport = new HttpTransport() {
            @Override
            public HttpReply post(HttpPost post) {
                return new HttpReply(200, Map.of(), new byte[0]);
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };

        client(transport).build().close();

        assertThat(closed).isFalse();
    }

    @Test
    void printsAddressAndFormatsAndNoKey() {
        assertThat(client(replying("200 accepted")).build())
                .hasToString("HlrClient[https://api.smspartner.fr/v1/hlr/notify, [JSON]]")
                .asString()
                .doesNotContain(KEY_TEXT);
    }

    private HlrClient.Builder client(HttpTransport transport) {
        return HlrClient.builder(KEY)
                .transport(transport)
                .formats(new WordFormat(ReplyFormat.JSON))
                .quota(quota);
    }

    /** A transport that gives one reply after the other, each a status and a word. */
    private HttpTransport replying(String... replies) {
        List<String> left = new ArrayList<>(List.of(replies));
        return post -> {
            posts.add(post);
            String[] reply = left.remove(0).split(" ", 2);
            return switch (reply[0]) {
                case "not-sent" -> throw new TransportException(Delivery.NOT_SENT, "connection refused", null);
                case "unknown" -> throw new TransportException(Delivery.UNKNOWN, "connection reset", null);
                default -> new HttpReply(Integer.parseInt(reply[0]), Map.of(), reply[1].getBytes(UTF_8));
            };
        };
    }
}
