package io.github.hlr4j.testkit;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;
import static io.github.hlr4j.testkit.HlrAssertions.assertThatExceptionOfType;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.ReceivedSubmission.Outcome;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeSmsPartnerRepliesTest {

    private static final String NUMBER = "+33639980000";

    @RegisterExtension
    static final FakeSmsPartnerExtension SERVER = new FakeSmsPartnerExtension().allowingUnmatchedRequests();

    private final FakeSmsPartner fake = SERVER.fake();
    private final Caller caller = new Caller(fake);

    @Test
    void documented_D06_anAcceptedRequestIsAnsweredAsThePageShowsInJson() throws Exception {
        HttpResponse<String> reply = caller.submit(NUMBER);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(withoutCampaign(reply.body())).isEqualTo("""
                {
                    "success": true,
                    "code": 200,
                    "campaign_id": "HLR",
                    "number": 1,
                    "cost": 0.005,
                    "currency": "EUR"
                }""");
    }

    @Test
    void documented_D07_anAcceptedRequestIsAnsweredAsThePageShowsInXml() throws Exception {
        HttpResponse<String> reply = caller.submit(NUMBER, "_format", "xml");

        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/xml; charset=UTF-8");
        assertThat(withoutCampaign(reply.body())).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <result>
                    <entry>true</entry>
                    <entry>200</entry>
                    <entry>
                        <![CDATA[HLR]]>
                    </entry>
                    <entry>1</entry>
                    <entry>0.005</entry>
                    <entry>
                        <![CDATA[EUR]]>
                    </entry>
                </result>""");
    }

    @Test
    void documented_D08_aWrongKeyIsRefusedAsThePageShowsInJson() throws Exception {
        HttpResponse<String> reply = caller.post(Caller.request("wrong-key", NUMBER));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("""
                {
                    "success": false,
                    "code": 10,
                    "message": "Clé API incorrecte"
                }""");
    }

    @Test
    void documented_D09_aWrongKeyIsRefusedAsThePageShowsInXml() throws Exception {
        assertThat(caller.post(Caller.request("wrong-key", NUMBER, "_format", "xml"))
                        .body())
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <result>
                    <entry>false</entry>
                    <entry>10</entry>
                    <entry>
                        <![CDATA[Clé API incorrecte]]>
                    </entry>
                </result>""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "application/x-www-form-urlencoded"})
    void documented_D05_theBodyIsJsonWhateverItsContentType(String contentType) throws Exception {
        caller.post(Caller.request("sandbox-key", NUMBER), "Content-Type", contentType);

        assertThat(fake).hasReceived(1).hasBilledNumbers(1);
    }

    @Test
    void documented_D05_theBodyIsJsonWithoutAContentTypeAsWell() throws Exception {
        caller.post(Caller.request("sandbox-key", NUMBER));

        assertThat(fake).hasBilledNumbers(1);
    }

    @Test
    void documented_D03_theQueryMayAskForXmlTooAndTheBodyDecides() throws Exception {
        byte[] plain = Caller.request("sandbox-key", NUMBER).getBytes(UTF_8);
        byte[] json = Caller.request("sandbox-key", NUMBER, "_format", "json").getBytes(UTF_8);

        assertThat(caller.post("/hlr/notify?_format=xml", plain).body()).startsWith("<?xml");
        assertThat(caller.post("/hlr/notify?_format=xml", json).body()).startsWith("{");
        assertThat(caller.post("/hlr/notify?_format=xml", new byte[0]).body()).contains("<entry>90</entry>");
    }

    @ParameterizedTest
    @CsvSource({
        "1, '{}'",
        "1, '{\"apiKey\":null,\"phoneNumbers\":\"+33639980000\"}'",
        "1, '{\"apiKey\":\" \",\"phoneNumbers\":\"+33639980000\"}'",
        "10, '{\"apiKey\":\"wrong\"}'",
        "10, '{\"apiKey\":\"a b\",\"phoneNumbers\":\"+33639980000\"}'",
        "2, '{\"apiKey\":\"sandbox-key\"}'",
        "2, '{\"apiKey\":\"sandbox-key\",\"phoneNumbers\":\"\"}'",
        "3, '{\"apiKey\":\"sandbox-key\",\"phoneNumbers\":\"+33639980000;+33639980001\"}'",
        "3, '{\"apiKey\":\"sandbox-key\",\"phoneNumbers\":\"+33639980000,\"}'",
        "3, '{\"apiKey\":\"sandbox-key\",\"phoneNumbers\":\"0639980000\"}'",
        "3, '{\"apiKey\":\"sandbox-key\",\"phoneNumbers\":[\"+33639980000\"]}'",
    })
    void assumed_A11_theFirstErrorInTheOrder11023IsAnswered(int code, String body) throws Exception {
        HttpResponse<String> reply = caller.post(body);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("\"code\": " + code + ",");
        assertThat(fake).hasReceived(1).hasBilledNothing();
    }

    @Test
    void documented_D02_500NumbersAreTakenAndCostExactly250() throws Exception {
        assertThat(caller.submit(numbers(500)).body()).contains("\"number\": 500,", "\"cost\": 2.5,");

        assertThat(fake).hasBilledNumbers(500);
    }

    @Test
    void assumed_A11_501NumbersAreRefusedWith50() throws Exception {
        assertThat(caller.submit(numbers(501)).body()).contains("\"code\": 50,");

        assertThat(fake).hasBilledNothing();
    }

    @Test
    void aNumberThatOccursTwiceIsBilledTwiceAndTheJournalSaysSo() throws Exception {
        caller.submit("+33639980001, +33639980002,+33639980001");

        assertThat(fake).hasBilledNumbers(3);
        assertThat(fake.journal().timesBilled(Numbers.number(1))).isEqualTo(2);
        assertThat(fake).hasBilledOnce(Numbers.number(2)).hasBilled(Numbers.number(3), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "apiKey=sandbox-key", "[]", "\"text\"", "{", "{}{}", "{\"a\":01}", "{\"a\":\"\u0001\"}"
            })
    void aBodyThatIsNotOneJsonObjectIsRefusedWith90(String body) throws Exception {
        HttpResponse<String> reply = caller.post(body);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("\"code\": 90,", "JSON mal formé");
    }

    @Test
    void hostileBodiesAreRefusedWith90() throws Exception {
        byte[] deep = "{\"a\":".repeat(100_000).getBytes(UTF_8);
        byte[] large = "x".repeat(3_000_000).getBytes(UTF_8);
        byte[] latin1 = "{\"apiKey\":\"é\"}".getBytes(ISO_8859_1);

        for (byte[] body : new byte[][] {deep, large, latin1}) {
            assertThat(caller.post("/hlr/notify", body).body()).contains("\"code\": 90,");
        }
        assertThat(fake).hasReceived(3).hasBilledNothing();
    }

    @Test
    void threeMegabytesOfNumbersAreRefusedWith50AndOnlyTheirBeginningIsRemembered() throws Exception {
        assertThat(caller.submit(numbers(230_000)).body()).contains("\"code\": 50,");

        assertThat(fake.journal().submissions().get(0).numbers()).hasSize(1000);
    }

    @Test
    void documented_D01_anotherPathIs404AndAnotherMethod405() throws Exception {
        assertThat(caller.get("/hlr/notify").statusCode()).isEqualTo(405);
        assertThat(caller.get("/hlr").statusCode()).isEqualTo(404);
        assertThat(caller.post("/lookup", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(fake).hasReceived(0);
    }

    @Test
    void theServerBelowCannotBeAdministeredFromOutside() throws Exception {
        assertThat(caller.get("//__admin/mappings").statusCode()).isEqualTo(404);
    }

    @Test
    void theJournalHoldsWhatWasSentAndHowItEndedWithoutTheKey() throws Exception {
        caller.submit(
                "+33639980001,+33639980002", "tag", "signup", "notifyUrl", "http://127.0.0.1:1/x", "_format", "xml");
        caller.post(Caller.request("wrong-key", NUMBER));

        ReceivedSubmission accepted = fake.journal().submissions().get(0);
        assertThat(accepted.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(accepted.keyAccepted()).isTrue();
        assertThat(accepted.isBilled()).isTrue();
        assertThat(accepted.numbers()).containsExactly(Numbers.number(1), Numbers.number(2));
        assertThat(accepted.tag()).hasValue("signup");
        assertThat(accepted.notifyUrl()).hasValue("http://127.0.0.1:1/x");
        assertThat(accepted.replyFormat()).isEqualTo(ReplyFormat.XML);
        assertThat(accepted.campaignId())
                .hasValueSatisfying(id -> assertThat(id.value()).matches("HLR\\d{6}"));
        assertThat(fake.journal().submissions().get(1))
                .hasToString("REFUSED 10 INVALID_API_KEY, 1 number, JSON")
                .returns(false, ReceivedSubmission::keyAccepted);
    }

    @Test
    void aTagCannotBreakTheLineOfItsRequest() throws Exception {
        caller.submit(NUMBER, "tag", "a\\nb");

        assertThat(fake.journal().submissions().get(0).tag()).hasValue("a\nb");
        assertThat(fake.journal().submissions().get(0).toString()).endsWith(", 1 number, tag=a b, JSON");
    }

    @Test
    void eachAcceptedRequestGetsTheNextCampaignId() throws Exception {
        try (FakeSmsPartner fresh = FakeSmsPartner.start()) {
            Caller freshCaller = new Caller(fresh);

            assertThat(freshCaller.submit(NUMBER).body()).contains("\"HLR000001\"");
            freshCaller.post(Caller.request("wrong-key", NUMBER));
            assertThat(freshCaller.submit(NUMBER).body()).contains("\"HLR000002\"");
        }
    }

    @Test
    void aRefusalCanBeAskedForAndEndsAfterSoManyRequests() throws Exception {
        fake.refusing(ApiErrorCode.INSUFFICIENT_CREDIT, 2);

        assertThat(caller.submit(NUMBER).body()).contains("\"code\": 11,", "Crédit insuffisant");
        assertThat(caller.submit(NUMBER).body()).contains("\"code\": 11,");
        assertThat(caller.submit(NUMBER).body()).contains("\"code\": 200,");
    }

    @Test
    void assumed_A02_theHttpStatusOfErrorsCanBeChosen() throws Exception {
        try (FakeSmsPartner strict = FakeSmsPartner.builder()
                .errorStatus(403)
                .key(ApiKey.of("another-key"))
                .start()) {
            HttpResponse<String> reply = new Caller(strict).submit(NUMBER);

            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(reply.body()).contains("\"code\": 10,");
        }
    }

    @Test
    void documented_D04_aboveTheRateInASlidingWindowRequestsAreAnswered429() throws Exception {
        ManualTicker ticker = ManualTicker.create();
        try (FakeSmsPartner slow = FakeSmsPartner.builder()
                .rate(Rate.parse("2/60s"))
                .ticker(ticker)
                .start()) {
            Caller impatient = new Caller(slow);

            assertThat(impatient.submit(NUMBER).statusCode()).isEqualTo(200);
            ticker.advance(Duration.ofSeconds(30));
            assertThat(impatient.submit(NUMBER).statusCode()).isEqualTo(200);
            assertThat(impatient.submit(NUMBER).statusCode()).isEqualTo(429);
            ticker.advance(Duration.ofSeconds(30));
            assertThat(impatient.submit(NUMBER).statusCode()).isEqualTo(200);
            assertThat(impatient.submit(NUMBER).statusCode()).isEqualTo(429);
            assertThat(slow).hasReceived(5).hasBilledNumbers(3);
            assertThat(slow.journal().submissions().get(2)).hasToString("THROTTLED, 1 number, JSON");
        }
    }

    @Test
    void aPortThatIsTakenIsOneClearError() {
        int taken = fake.baseUrl().getPort();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(FakeSmsPartner.builder().listen("127.0.0.1", taken)::start)
                .withMessage("cannot listen on 127.0.0.1 port " + taken
                        + ": Address already in use; choose another address");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> FakeSmsPartner.builder().listen("127.0.0.1", 65_536));
    }

    @Test
    void aClosedServerStillTellsWhatItSawAndMayBeClosedAgain() throws Exception {
        FakeSmsPartner closed = FakeSmsPartner.start();
        new Caller(closed).submit(NUMBER);
        closed.close();
        closed.close();

        assertThat(closed)
                .hasBilledNumbers(1)
                .hasToString("FakeSmsPartner[" + closed.baseUrl() + ", 1 submissions, 1 numbers billed]");
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Caller(closed).submit(NUMBER));
    }

    @Test
    void itDescribesItselfWithoutItsKey() {
        assertThat(fake).hasToString("FakeSmsPartner[" + fake.baseUrl() + ", 0 submissions, 0 numbers billed]");
        assertThat(fake.key()).isEqualTo(ApiKey.of("sandbox-key"));
        assertThat(fake.baseUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+/v1");
    }

    private static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Numbers.number(i % 10_000).e164())
                .collect(Collectors.joining(","));
    }

    private static String withoutCampaign(String body) {
        return body.replaceFirst("HLR\\d{6}", "HLR");
    }
}
