package io.github.hlr4j.testkit;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;
import static io.github.hlr4j.testkit.HlrAssertions.assertThatExceptionOfType;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.WireCaller.Ending;
import java.net.ConnectException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each fault looks like on the wire, and what it costs. */
@ExtendWith(FakeSmsPartnerExtension.class)
class FaultKindTest {

    private static final PhoneNumber NUMBER = Numbers.number(1);
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final String BODY = Caller.request("sandbox-key", NUMBER.e164());

    private final FakeSmsPartner fake;

    FaultKindTest(FakeSmsPartner fake) {
        this.fake = fake;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        CLOSE_BEFORE_READING           |                                                            | CLOSED
        RESET_BEFORE_READING           |                                                            | RESET
        CLOSE_WHILE_READING            |                                                            | CLOSED
        RESET_WHILE_READING            |                                                            | RESET
        STALL_WHILE_READING            |                                                            | OPEN
        CLOSE_AFTER_READING            |                                                            | CLOSED
        RESET_AFTER_READING            |                                                            | RESET
        STALL_AFTER_READING            |                                                            | OPEN
        CLOSE_IN_STATUS_LINE           | HTTP/1.1 2                                                 | CLOSED
        CLOSE_IN_HEADERS               | HTTP/1.1 200 OK..Content-T[^{]*                            | CLOSED
        CLOSE_IN_BODY                  | HTTP/1.1 200 .*Content-Length: 1[0-9]{2}.....\\s+"success"[^}]* | CLOSED
        RESET_IN_BODY                  | (HTTP/1.1 200 .*"success"[^}]*)?                           | RESET
        FLOOD_WITH_INTERIM_REPLIES     | (HTTP/1.1 102 Processing....)+.*                           | OPEN
        DRIP_HEADERS                   | HTTP/1.1 200 ..X-Drip: x{1,50}                             | OPEN
        DRIP_BODY                      | HTTP/1.1 200 .*Content-Length: 60000....\\s{1,50}          | OPEN
        FLOOD_WITH_HEADERS             | HTTP/1.1 200 ..(X-Flood: x{1000}..)+.*                     | OPEN
        ENDLESS_BODY                   | HTTP/1.1 200 .*chunked....(3e8..x{1000}..)+.*              | OPEN
        GARBAGE                        | 220 this is another protocol....                           | CLOSED
        LENGTH_TOO_SHORT               | HTTP/1.1 200 .*Content-Length: [5-9][0-9]\\R.*"EUR"\\s*}   | OPEN
        BAD_CHUNK                      | HTTP/1.1 200 .*chunked....zz..\\{.*                        | OPEN
        MISSING_LAST_CHUNK             | HTTP/1.1 200 .*chunked....[0-9a-f]{2}..\\{.*}..            | CLOSED
        UNASKED_GZIP                   | HTTP/1.1 200 .*Content-Encoding: gzip.*                    | OPEN
        HALF_A_BODY                    | HTTP/1.1 200 .*Content-Length: [5-9][0-9]\\R.*"success"[^}]* | OPEN
        PAGE_WITH_200                  | HTTP/1.1 200 .*text/html.*<!DOCTYPE html>.*                | OPEN
        EMPTY_200                      | HTTP/1.1 200 OK..Content-Length: 0....                     | OPEN
        NO_CONTENT                     | HTTP/1.1 204 ....                                          | OPEN
        CONTRADICTION                  | HTTP/1.1 200 .*"success": true,\\s+"code": 10,.*           | OPEN
        NO_CAMPAIGN                    | HTTP/1.1 200 .*"campaign_id": "",.*                        | OPEN
        WRONG_NUMBER                   | HTTP/1.1 200 .*"number": 2,\\s+"cost": 0.005,.*            | OPEN
        WRONG_COST                     | HTTP/1.1 200 .*"number": 1,\\s+"cost": 0.010,.*            | OPEN
        INTERNAL_ERROR_AFTER_BILLING   | HTTP/1.1 500 .*<!DOCTYPE html>.*                           | OPEN
        GATEWAY_TIMEOUT                | HTTP/1.1 504 .*<!DOCTYPE html>.*                           | OPEN
        REDIRECT_TO_SAME_HOST          | HTTP/1.1 307 ..Location: /v1/hlr/notify..Content-Length: 0.... | OPEN
        REDIRECT_TO_OTHER_HOST         | HTTP/1.1 307 ..Location: http://localhost:[0-9]+/elsewhere/v1/hlr/notify..Content-Length: 0.... | OPEN
        PAGE_WITH_404                  | HTTP/1.1 404 .*<!DOCTYPE html>.*                           | OPEN
        REQUEST_TIMEOUT                | HTTP/1.1 408 ..Content-Length: 0....                       | OPEN
        MISDIRECTED                    | HTTP/1.1 421 ..Content-Length: 0....                       | OPEN
        TOO_EARLY                      | HTTP/1.1 425 ..Content-Length: 0....                       | OPEN
        THROTTLE                       | HTTP/1.1 429 ..Content-Length: 0....                       | OPEN
        THROTTLE_FOR_SECONDS           | HTTP/1.1 429 ..Retry-After: 7..Content-Length: 0....       | OPEN
        THROTTLE_UNTIL_A_DATE          | HTTP/1.1 429 ..Retry-After: Wed, 21 Oct 2015 07:28:00 GMT..Content-Length: 0.... | OPEN
        THROTTLE_FOR_LESS_THAN_NOTHING | HTTP/1.1 429 ..Retry-After: -1..Content-Length: 0....      | OPEN
        THROTTLE_FOR_AGES              | HTTP/1.1 429 ..Retry-After: 9{20}..Content-Length: 0....   | OPEN
        THROTTLE_FOR_NOBODY_KNOWS      | HTTP/1.1 429 ..Retry-After: soon..Content-Length: 0....    | OPEN
        INTERNAL_ERROR                 | HTTP/1.1 500 .*<!DOCTYPE html>.*                           | OPEN
        BAD_GATEWAY                    | HTTP/1.1 502 .*<!DOCTYPE html>.*                           | OPEN
        SERVICE_UNAVAILABLE            | HTTP/1.1 503 ..Content-Length: 0....                       | OPEN
        """)
    void itLooksLikeThisOnAFreshAndOnAUsedConnection(FaultKind kind, String seen, Ending ending) throws Exception {
        String pattern = seen == null ? "" : seen;
        try (WireCaller fresh = WireCaller.to(fake)) {
            fake.failing(kind, 1);
            assertThat(fresh.post(BODY).answer(pattern)).matches("(?s)" + pattern);
            assertThat(fresh.ending(ending)).isEqualTo(ending);
            awaitFault();
        }
        assertThat(fake).hasFailedWith(kind).hasBilled(NUMBER, kind.isBilled() ? 1 : 0);
        fake.reset();
        try (WireCaller used = WireCaller.to(fake)) {
            assertThat(used.post(BODY).reply()).startsWith("HTTP/1.1 200 OK\r\n");
            fake.failing(kind, 1);
            assertThat(used.post(BODY).answer(pattern)).matches("(?s)" + pattern);
            assertThat(used.ending(ending)).isEqualTo(ending);
            awaitFault();
        }
        assertThat(fake).hasFailedWith(kind).hasBilled(NUMBER, kind.isBilled() ? 2 : 1);
        try (WireCaller next = WireCaller.to(fake)) {
            assertThat(next.post(BODY).reply()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void theTableAboveIsComplete() throws Exception {
        CsvSource table = FaultKindTest.class
                .getDeclaredMethod(
                        "itLooksLikeThisOnAFreshAndOnAUsedConnection", FaultKind.class, String.class, Ending.class)
                .getAnnotation(CsvSource.class);
        List<String> rows = table.textBlock().lines().map(String::strip).toList();
        List<String> kinds = Arrays.stream(FaultKind.values())
                .filter(kind -> kind != FaultKind.REFUSE_CONNECTION)
                .map(FaultKind::name)
                .toList();

        assertThat(rows).extracting(row -> row.split(" ", 2)[0]).containsExactlyElementsOf(kinds);
    }

    @Test
    void nobodyListensUntilTheServerRecoversAndThePortStaysItsOwn() throws Exception {
        try (WireCaller open = WireCaller.to(fake)) {
            fake.failing(FaultKind.REFUSE_CONNECTION, 1);

            assertThat(open.post(BODY).answer(".+")).isEmpty();
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> WireCaller.to(fake));
            }
        }
        fake.recover();
        try (WireCaller again = WireCaller.to(fake)) {
            assertThat(again.post(BODY).reply()).startsWith("HTTP/1.1 200 OK\r\n");
        }
        assertThat(fake).hasBilledOnce(NUMBER);
    }

    @Test
    void refusingAndRecoveringCanBeRepeatedAtOnce() throws Exception {
        for (int i = 0; i < 200; i++) {
            fake.failing(FaultKind.REFUSE_CONNECTION, 1);
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> WireCaller.to(fake));
            fake.recover();
            WireCaller.to(fake).close();
        }
    }

    @Test
    void aRefusalComesWhenItsTurnComes() throws Exception {
        fake.failing(FaultKind.SERVICE_UNAVAILABLE, 1).failing(FaultKind.REFUSE_CONNECTION, 1);
        try (WireCaller first = WireCaller.to(fake)) {
            assertThat(first.post(BODY).reply()).startsWith("HTTP/1.1 503 ");
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> WireCaller.to(fake));
    }

    @Test
    void afterALengthTooShortTheRestOfTheBodyLiesOnTheConnection() throws Exception {
        fake.failing(FaultKind.LENGTH_TOO_SHORT, 1);
        try (WireCaller connection = WireCaller.to(fake)) {
            assertThat(connection.post(BODY).reply()).doesNotContain("}");
            assertThat(connection.answer(".*}")).endsWith("}");
        }
    }

    /** A fault that answers nothing does not tell when it has struck. */
    private void awaitFault() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (fake.journal().faults().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
