package io.github.hlr4j.ledger.jdbc;

import static io.github.hlr4j.ledger.jdbc.Sample.NOW;
import static io.github.hlr4j.ledger.jdbc.Sample.PRICE;
import static io.github.hlr4j.ledger.jdbc.Sample.RUN;
import static io.github.hlr4j.spi.ResultStore.Verdict.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.LedgerException;
import io.github.hlr4j.spi.Ticker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqliteLedgerTest {

    @TempDir
    private Path folder;

    private Path file;
    private BreakableSource source;
    private Ledger ledger;

    @BeforeEach
    void open() {
        file = folder.resolve("books.db");
        source = new BreakableSource(file);
        ledger = SqliteLedger.over(source, file, InstantSource.system(), Ticker.system());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whileAnotherProcessSendsThisOneMayOnlyReceiveAndRead() throws Exception {
        ledger.plan(RUN, "account", Sample.plan(2, 1), NOW);
        Claim.Granted claim = Sample.accepted(ledger);
        ledger.close();
        Process sender = startSender();
        ledger = SqliteLedger.open(file);

        assertRefused(() -> ledger.claim(RUN, Sample.intent()));
        assertRefused(() -> ledger.claimAgain(claim.attempt().correlation(), Sample.intent()));
        assertRefused(() -> ledger.recover(RUN, NOW));
        assertRefused(() -> ledger.plan(RUN, "account", Sample.plan(1, 1), NOW));
        HlrNotification result = Sample.result(claim.numbers().get(0));
        assertThat(ledger.take(claim.attempt().correlation(), List.of(result), NOW)
                        .verdicts())
                .containsExactly(FIRST);
        assertThat(ledger.counts(RUN).answered()).isEqualTo(1);

        sender.getOutputStream().close();
        assertThat(sender.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ledger.claim(RUN, Sample.intent())).isInstanceOf(Claim.Granted.class);
    }

    private Process startSender() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String program = "src/test/java/io/github/hlr4j/ledger/jdbc/LockHolder.java";
        Process sender = new ProcessBuilder(java.toString(), program, file + ".lock")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(sender.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("true");
        return sender;
    }

    private static void assertRefused(Runnable sending) {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(sending::run)
                .withMessageContaining("another process sends with this ledger: wait");
    }

    @Test
    void anInstanceGivesUpWhatAnotherOneClaimedAndNotItsOwn() {
        ledger.plan(RUN, "account", Sample.plan(1, 1), NOW);
        Claim.Granted claim = Sample.claim(ledger);

        assertThat(ledger.recover(RUN, NOW)).isZero();
        try (Ledger next = SqliteLedger.open(file)) {
            assertThat(next.recover(RUN, NOW)).isEqualTo(1);
            assertThat(next.recover(RUN, NOW)).isZero();
            assertThat(next.counts(RUN).batches(BatchState.UNCONFIRMED)).isEqualTo(1);
            assertThat(next.counts(RUN).atRisk()).isEqualTo(PRICE);
        }
        assertThat(ledger.settle(claim.attempt().correlation(), Sample.acceptance(1))
                        .state())
                .isEqualTo(BatchState.ACCEPTED);
    }

    @Test
    void notificationsFailWithTheirCommitAndNothingOfThemIsKept() throws Exception {
        ledger.plan(RUN, "account", Sample.plan(1, 8), NOW);
        Claim.Granted claim = Sample.accepted(ledger);
        source.setBroken(true);

        List<LedgerException> failures = SharedLedgerTest.together(8, thread -> {
            HlrNotification result = Sample.result(claim.numbers().get(thread));
            return assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> ledger.take(claim.attempt().correlation(), List.of(result), NOW))
                    .withMessageContaining("books.db")
                    .actual();
        });
        source.setBroken(false);

        assertThat(failures).hasSize(8);
        assertThat(ledger.counts(RUN).answered()).isZero();
        assertThat(ledger.attempts(RUN, EnumSet.allOf(BatchState.class))).noneMatch(attempt -> attempt.heard());
        List<HlrNotification> all = claim.numbers().stream().map(Sample::result).toList();
        assertThat(ledger.take(claim.attempt().correlation(), all, NOW).verdicts())
                .containsOnly(FIRST);
    }

    @Test
    void aClaimThatCannotBeCommittedIsNoClaim() {
        ledger.plan(RUN, "account", Sample.plan(1, 1), NOW);
        source.setBroken(true);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.claim(RUN, Sample.intent()));
        source.setBroken(false);

        assertThat(ledger.counts(RUN).batches(BatchState.PLANNED)).isEqualTo(1);
        assertThat(ledger.counts(RUN).atRisk().value()).isZero();
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        Path fresh = folder.resolve("fresh.db");
        SqliteLedger.open(fresh).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDatabaseOfAnotherApplicationStaysAsItIs() throws Exception {
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customers (name TEXT)");
        }
        byte[] before = Files.readAllBytes(other);

        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> SqliteLedger.open(other))
                .withMessageContaining("tables of another application");
        assertThat(Files.readAllBytes(other)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoDatabaseStaysAsItIs() throws IOException {
        Path text = folder.resolve("list.csv");
        Files.writeString(text, "number\n".repeat(200));

        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> SqliteLedger.open(text))
                .withMessageContaining("list.csv");
        assertThat(text).hasContent("number\n".repeat(200));
    }

    @Test
    void aFolderThatIsMissingIsNamedAsTheTrouble() {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> SqliteLedger.open(folder.resolve("missing").resolve("books.db")))
                .withMessage(
                        "the file books.db cannot be created: look whether its folder exists and may be written to");
    }
}
