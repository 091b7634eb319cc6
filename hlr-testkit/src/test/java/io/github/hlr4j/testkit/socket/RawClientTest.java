package io.github.hlr4j.testkit.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.HlrException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RawClientTest {

    @Test
    void sendsWhatItIsToldAndHearsTheAnswer() {
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(404, "", "X-Reason: none"));
                RawClient client = RawClient.connect(server.http("/ignored"))) {
            client.post("/hlr/token?a=b", "phone=1");

            assertThat(client.answer()).isEqualTo("HTTP/1.1 404 Status\r\nX-Reason: none\r\nContent-Length: 0\r\n\r\n");
            ReceivedRequest request = server.received().get(0);
            assertThat(request.requestLine()).isEqualTo("POST /hlr/token?a=b HTTP/1.1");
            assertThat(request.header("Host")).contains(server.http("/").getAuthority());
            assertThat(request.header("Content-Type")).contains("application/x-www-form-urlencoded");
            assertThat(request.body()).asString().isEqualTo("phone=1");
        }
    }

    @Test
    void hearsInterimAnswersOneByOne() {
        try (RawHttpServer server =
                        RawHttpServer.start(c -> c.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 None\r\n\r\n"));
                RawClient client = RawClient.connect(server.http("/"))) {
            assertThat(client.status()).isEqualTo(100);
            assertThat(client.status()).isEqualTo(204);
        }
    }

    @Test
    void tellsSilenceFromAnAnswerAndFromTheEnd() {
        RawScript afterTheHead = connection -> {
            connection.readHead();
            connection.send("x");
            connection.close();
        };
        try (RawHttpServer server = RawHttpServer.start(afterTheHead);
                RawClient client = RawClient.connect(server.http("/"))) {
            assertThat(client.staysSilent(Duration.ofMillis(20))).isTrue();

            client.head("GET", "/");
            assertThat(client.staysSilent(Duration.ofSeconds(20))).isFalse();
            assertThat(client.rest()).isEqualTo("x");
            assertThat(client.staysSilent(Duration.ofSeconds(20))).isFalse();
        }
    }

    @Test
    void takesAResetForAnEnd() {
        try (RawHttpServer server = RawHttpServer.start(RawConnection::reset);
                RawClient client = RawClient.connect(server.http("/"))) {
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void showsTheServerThatItSendsNothingMore() {
        try (RawHttpServer server = RawHttpServer.start(RawConnection::hang);
                RawClient client = RawClient.connect(server.http("/"))) {
            client.send("POST").endSending();

            assertThat(server.awaitHangUp(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void saysHowFarAnAnswerCame() {
        try (RawHttpServer server = RawHttpServer.start(connection -> {
                    connection.send("HTTP/1.1 2");
                    connection.close();
                });
                RawClient client = RawClient.connect(server.http("/"))) {
            assertThatExceptionOfType(HlrException.class)
                    .isThrownBy(client::answer)
                    .withMessage("The connection ended after: HTTP/1.1 2");
        }
    }

    @Test
    void saysWhereNobodyListens() {
        try (ClosedPort port = ClosedPort.take()) {
            URI nowhere = port.http("/");

            assertThatExceptionOfType(HlrException.class)
                    .isThrownBy(() -> RawClient.connect(nowhere))
                    .withMessage("No connection is made to " + nowhere.getAuthority());
        }
    }
}
