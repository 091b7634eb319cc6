package io.github.hlr4j.testkit;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;
import static io.github.hlr4j.testkit.HlrAssertions.entry;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.ReceivedSubmission.Outcome;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private final ManualTicker ticker = ManualTicker.create();
    private final FakeSmsPartner fake = FakeSmsPartner.builder()
            .rate(new Rate(3, Duration.ofSeconds(60)))
            .ticker(ticker)
            .start();
    private final Caller caller = new Caller(fake);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void itTellsKeysAndTags() throws Exception {
        caller.submit("+33639980001", "tag", "signup");
        caller.submit("+33639980001", "tag", "signup");
        caller.post(Caller.request("another-key", "+33639980001", "tag", "import"));

        assertThat(fake.journal().keys())
                .containsExactly(entry(ApiKey.of("sandbox-key"), 2L), entry(ApiKey.of("another-key"), 1L));
        assertThat(fake.journal().tags()).containsExactly(entry("signup", 2L), entry("import", 1L));
        assertThat(fake).hasSeenTags("import", "signup");
        assertThat(fake.journal().toString()).doesNotContain("key").doesNotContain("639980001");
    }

    @Test
    void itTellsHowMuchOfTheRateIsUsed() throws Exception {
        for (int i = 0; i < 5; i++) {
            caller.submit("+33639980001");
        }
        assertThat(fake.journal().quota()).isEqualTo(new QuotaUse(3, 3, 3, 2));

        ticker.advance(Duration.ofSeconds(60));
        caller.submit("+33639980001");

        assertThat(fake.journal().quota()).isEqualTo(new QuotaUse(3, 1, 3, 2));
        assertThat(fake).hasBilled(Numbers.number(1), 4);
        assertThat(fake.journal().submissions().get(4)).returns(Outcome.THROTTLED, ReceivedSubmission::outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "//v1/hlr/notfy, POST, 404, POST /v1/hlr/notfy",
        "//v1/hlr/notify/, POST, 404, POST /v1/hlr/notify/",
        "/hlr/notify?apiKey=not-a-real-key-1, GET, 405, GET /v1/hlr/notify?...",
        "//, GET, 404, GET /",
    })
    void itTellsWhatTheServiceWouldNotKnow(String path, String method, int status, String seen) throws Exception {
        HttpResponse<String> answer = method.equals("GET") ? caller.get(path) : caller.post(path, "{}".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(fake.journal().unmatched()).singleElement().hasToString("UNMATCHED " + status + ", " + seen);
        assertThat(fake).hasReceived(0);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/hlr/notify/+33639980027/x, /v1/hlr/notify/+***/x",
        "/x?a\u0085apiKey=not-a-real-key-2, /x?...",
        "/a\u009b\u202e/b, /a  /b",
    })
    void whatMayBeASecretOrMeanHarmToATerminalIsNotShown(String target, String shown) {
        assertThat(new UnmatchedRequest("POST", target, 404).target()).isEqualTo(shown);
        assertThat(new UnmatchedRequest("POST", "/hlr/h1" + "A".repeat(51), 404).target())
                .isEqualTo("/hlr/***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\nContent-Length: 3",
                "Content-Length: 2\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Content-Length : 2",
                "Content-Length: -2",
                "\u0016\u0003\u0001"
            })
    void aRequestThatMeansTwoThingsIs400AndTheEndOfItsConnection(String headers) throws Exception {
        String start = headers.startsWith("\u0016") ? headers : "POST /v1/hlr/notify HTTP/1.1\r\n" + headers;
        try (WireCaller wire = WireCaller.to(fake)) {
            assertThat(wire.send(start + "\r\n\r\n{}").reply()).startsWith("HTTP/1.1 400 ");
            assertThat(wire.ending(WireCaller.Ending.CLOSED)).isNotEqualTo(WireCaller.Ending.OPEN);
        }
        assertThat(fake).hasReceived(0);
        assertThat(fake.journal().unmatched().get(0).difference())
                .endsWith("what is no request of HTTP/1.1, or too large");
    }

    @Test
    void aDifferenceIsMarked() {
        assertThat(new UnmatchedRequest("POST", "/v1/hlr/notfy", 404).difference())
                .isEqualTo("""
                served:  POST /v1/hlr/notify
                came:    POST /v1/hlr/notfy
                                         ^""".indent(2).stripTrailing());
    }

    @Test
    void overHttpItIsJsonWithoutKeysAndTokens() throws Exception {
        String token = "h1" + "A".repeat(51);
        try (Receiver receiver = new Receiver()) {
            caller.submit(
                    "+33639980001,+33639980027",
                    "tag",
                    "a \\\"quoted\\\" tag",
                    "notifyUrl",
                    receiver.url() + "/" + token);
            fake.awaitNotifications(Duration.ofSeconds(20));
        }
        fake.failing(FaultKind.SERVICE_UNAVAILABLE, 1);
        caller.submit("+33639980002");
        caller.get("/nowhere");

        String journal = caller.get("//__journal").body();

        assertThat(journal)
                .startsWith(
                        "{\"submissionCount\":2,\"billedNumbers\":2,\"keys\":1,\"tags\":{\"a \\\"quoted\\\" tag\":1},"
                                + "\"quota\":{\"allowed\":3,\"used\":2,\"peak\":2,\"throttled\":0},"
                                + "\"notificationCounts\":{\"pending\":0,\"acknowledged\":2,\"refused\":0,\"unanswered\":0,"
                                + "\"lost\":0},\"submissions\":[{\"outcome\":\"ACCEPTED\",\"keyAccepted\":true,"
                                + "\"campaignId\":\"HLR000001\",\"error\":null,\"fault\":null,\"format\":\"json\",")
                .contains("\"numbers\":[\"+33639980001\",\"+33639980027\"]")
                .contains("\"unmatched\":[{\"method\":\"GET\",\"target\":\"/v1/nowhere\",\"status\":404}]")
                .contains("\"faults\":[\"SERVICE_UNAVAILABLE\"]")
                .contains("\"phone\":\"+33639980027\",\"status\":\"EC_ABSENT_SUBSCRIBER\",\"kind\":\"FIRST\","
                        + "\"attempts\":1,\"lastAnswer\":204}")
                .contains("/results/***\"")
                .doesNotContain("sandbox-key")
                .doesNotContain(token)
                .endsWith("}\n");
        assertThat(FlatJson.read(journal)).containsEntry("submissionCount", "2");
    }

    @Test
    void overHttpItCanBeEmptied() throws Exception {
        caller.submit("+33639980001");
        try (WireCaller wire = WireCaller.to(fake)) {
            assertThat(wire.send("DELETE /__journal HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer("HTTP/1.1 204 .*\r\n\r\n"))
                    .startsWith("HTTP/1.1 204 ");
            assertThat(wire.send("PUT /__journal HTTP/1.1\r\nHost: x\r\n\r\n").reply())
                    .startsWith("HTTP/1.1 405 \r\nAllow: GET, DELETE\r\n");
        }
        assertThat(fake).hasReceived(0).hasBilledNothing();
    }
}
