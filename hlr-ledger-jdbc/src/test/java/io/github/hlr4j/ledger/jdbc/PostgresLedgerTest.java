package io.github.hlr4j.ledger.jdbc;

import static io.github.hlr4j.ledger.jdbc.Sample.NOW;
import static io.github.hlr4j.ledger.jdbc.Sample.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.LedgerException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class PostgresLedgerTest {

    private static final String PASSWORD = "fake-password";

    @RegisterExtension
    private final PostgresSchema schema = new PostgresSchema();

    @Test
    void nodesThatStartAtTheSameTimeCreateTheTablesOnce() throws Exception {
        List<Ledger> nodes =
                SharedLedgerTest.together(4, thread -> PostgresLedger.open(schema.url(), schema.properties()));

        assertThat(nodes).hasSize(4);
        nodes.forEach(Ledger::close);
    }

    @Test
    void onlyAttemptsWhoseLeaseIsOverAreGivenUp() {
        try (Ledger node = open();
                Ledger other = open()) {
            node.plan(RUN, "account", Sample.plan(2, 1), NOW);
            node.claim(RUN, Sample.intent());
            assertThat(other.recover(RUN, NOW)).isZero();

            node.claim(RUN, Sample.intent(Optional.empty(), Duration.ofNanos(1)));

            assertThat(other.recover(RUN, NOW)).isEqualTo(1);
            assertThat(node.counts(RUN).batches(BatchState.INTENT)).isEqualTo(1);
            assertThat(node.counts(RUN).batches(BatchState.UNCONFIRMED)).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatWasLostIsOpenedAgain() throws SQLException {
        try (Ledger ledger = open()) {
            ledger.plan(RUN, "account", Sample.plan(1, 1), NOW);
            disconnectEverybody();

            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> ledger.claim(RUN, Sample.intent()))
                    .withMessageContaining("look whether the PostgreSQL of the ledger runs");
            assertThat(ledger.claim(RUN, Sample.intent())).isInstanceOf(Claim.Granted.class);
            assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.counts(RUN));
            assertThat(ledger.counts(RUN).batches(BatchState.INTENT)).isEqualTo(1);
        }
    }

    @Test
    void aFailureShowsNoNumber() throws SQLException {
        try (Ledger ledger = open()) {
            ledger.plan(RUN, "account", Sample.plan(1, 1), NOW);
            Claim.Granted claim = Sample.accepted(ledger);
            schema.execute("ALTER TABLE hlr_results ADD CONSTRAINT refusing CHECK (phone < 0)");

            LedgerException failure = catchThrowableOfType(
                    LedgerException.class,
                    () -> ledger.take(
                            claim.attempt().correlation(),
                            List.of(Sample.result(claim.numbers().get(0))),
                            NOW));

            assertThat(wholeText(failure)).contains("refusing").doesNotContain("33639980000");
        }
    }

    @Test
    void aFailureShowsNoPassword() {
        for (String url : List.of(
                "jdbc:postgresql://localhost:1/books?password=" + PASSWORD,
                "jdbc:postgresql://localhost:port/books?password=" + PASSWORD,
                "jdbc:other://localhost/books?password=" + PASSWORD)) {
            LedgerException failure =
                    catchThrowableOfType(LedgerException.class, () -> PostgresLedger.open(url, new Properties()));

            assertThat(wholeText(failure)).as("a failure").doesNotContain(PASSWORD);
        }
    }

    private Ledger open() {
        return PostgresLedger.open(schema.url(), schema.properties());
    }

    private void disconnectEverybody() throws SQLException {
        schema.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }

    private static String wholeText(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
