package io.github.hlr4j.transport.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import io.github.hlr4j.testkit.socket.SelfSignedCertificate;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdkHttpTransportTlsTest {

    private static SelfSignedCertificate certificate;

    private final HttpTransport trusting =
            JdkHttpTransport.builder().sslContext(certificate.client()).build();

    @BeforeAll
    static void makeCertificate(@TempDir Path directory) throws Exception {
        certificate = SelfSignedCertificate.make(directory);
    }

    @AfterEach
    void closeTransport() {
        trusting.close();
    }

    @Test
    void aServiceWhoseCertificateIsTrustedIsPostedTo() {
        try (RawHttpServer server = RawHttpServer.startTls(certificate.server(), RawScript.reply(200, "{}"))) {
            for (int requests = 1; requests <= 3; requests++) {
                assertThat(trusting.post(TestPosts.to(server.https("/"))).body())
                        .asString()
                        .isEqualTo("{}");
                assertThat(server.requests()).isEqualTo(requests);
            }
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void aServiceWhoseCertificateIsNotTrustedReceivesNothing() {
        try (RawHttpServer server = RawHttpServer.startTls(certificate.server(), RawScript.reply(200, "{}"));
                HttpTransport withDefaultTrust = JdkHttpTransport.create()) {
            assertHandshakeFails(withDefaultTrust, server, server.https("/"));
        }
    }

    @Test
    void aServiceWhoseCertificateIsForAnotherHostReceivesNothing() {
        try (RawHttpServer server = RawHttpServer.startTls(certificate.server(), RawScript.reply(200, "{}"))) {
            URI otherName = URI.create("https://localhost:" + server.https("/").getPort() + "/");
            assertHandshakeFails(trusting, server, otherName);
        }
    }

    @Test
    void aServiceThatEndsTheSessionAfterTheRequestMayHaveBilledIt() {
        RawScript readAndClose = RawScript.answer("").then(RawConnection::close);
        try (RawHttpServer server = RawHttpServer.startTls(certificate.server(), readAndClose)) {
            assertThatThrownBy(() -> trusting.post(TestPosts.to(server.https("/"))))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN));
            assertThat(server.requests()).isOne();
        }
    }

    private static void assertHandshakeFails(HttpTransport transport, RawHttpServer server, URI uri) {
        assertThatThrownBy(() -> transport.post(TestPosts.to(uri)))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT))
                .hasMessageStartingWith("the TLS handshake with " + uri.getAuthority() + " failed");
        assertThat(server.connections()).isOne();
        assertThat(server.requests()).isZero();
    }
}
