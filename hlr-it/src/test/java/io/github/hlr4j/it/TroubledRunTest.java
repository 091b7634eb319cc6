package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.ReceivedSubmission;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose ledger fails in the middle. */
@Timeout(180)
class TroubledRunTest {

    private static final int BATCHES = 20;

    /** Above the copy that a process makes of SQLite. */
    private static final int LARGEST_FILE = 2 << 20;

    private static final int ROOM = 512 << 10;
    private static final int BLOCK = 512;

    @TempDir
    private Path folder;

    private final Queue<PhoneNumber> submitted = new ConcurrentLinkedQueue<>();

    @Test
    void aRunWhoseDiskIsFullStopsAndGoesOnWithTheSameCommandWhenThereIsRoom() throws Exception {
        Path books = folder.resolve("books.db");
        BookedRun run = new BookedRun(books.toString(), BATCHES, folder);
        try (FakeSmsPartner service = service()) {
            try (Connection reader = leaveLittleRoom(books);
                    HlrProcess verify = run.verify(service, withinLargestFile())) {
                assertThat(verify.restOfErr())
                        .contains("the ledger failed", "look whether the disk of books.db is full", "not sent");
                assertThat(verify.exitCode()).isEqualTo(3);
                assertThat(reader.isClosed()).isFalse();
            }
            assertThat(submitted).hasSizeBetween(1, BATCHES - 1);

            try (HlrProcess verify = run.verify(service)) {
                assertThat(verify.exitCode()).isEqualTo(run.batches(BatchState.UNCONFIRMED) == 0 ? 0 : 5);
            }
            assertBooksOf(run, service);
        }
    }

    @Test
    void aRunWhoseDatabaseGoesStopsAndGoesOnWithTheSameCommandWhenItIsBack() throws Exception {
        CountDownLatch underWay = new CountDownLatch(3);
        CountDownLatch gone = new CountDownLatch(1);
        EmbeddedPostgres postgres = postgres().start();
        BookedRun run = new BookedRun(postgres.getJdbcUrl("postgres", "postgres"), BATCHES, folder);
        try (FakeSmsPartner service = service(submission -> {
            underWay.countDown();
            if (underWay.getCount() == 0) {
                await(gone);
            }
        })) {
            try (HlrProcess verify = run.verify(service)) {
                underWay.await();
                postgres.close();
                gone.countDown();
                assertThat(verify.restOfErr())
                        .contains("look whether the PostgreSQL of the ledger runs")
                        .doesNotContain("interrupted");
                assertThat(verify.exitCode()).isEqualTo(1);
            }
            assertThat(submitted).hasSizeBetween(3, BATCHES - 1);

            try (EmbeddedPostgres back = postgres().setPort(postgres.getPort()).start();
                    Connection connection = back.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE hlr_attempts SET lease_until = 0");
                try (HlrProcess verify = run.verify(service)) {
                    assertThat(verify.exitCode()).isEqualTo(5);
                }
                assertBooksOf(run, service);
            }
        }
    }

    private EmbeddedPostgres.Builder postgres() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FakeSmsPartner service() {
        return service(submission -> {});
    }

    private FakeSmsPartner service(Consumer<ReceivedSubmission> then) {
        Consumer<ReceivedSubmission> noting = this::note;
        return FakeSmsPartner.builder().onSubmission(noting.andThen(then)).start();
    }

    private void note(ReceivedSubmission submission) {
        submitted.add(submission.numbers().get(0));
    }

    /** Fills the log of a SQLite up to a size, and begins to read so that it cannot be emptied. */
    private static Connection leaveLittleRoom(Path books) throws SQLException, IOException {
        SqliteLedger.open(books).close();
        Connection reader = DriverManager.getConnection("jdbc:sqlite:" + books);
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + books);
                Statement read = reader.createStatement();
                Statement write = writer.createStatement()) {
            reader.setAutoCommit(false);
            read.executeQuery("SELECT COUNT(*) FROM hlr_meta").close();
            write.execute("PRAGMA synchronous = OFF");
            while (Files.size(Path.of(books + "-wal")) < LARGEST_FILE - ROOM) {
                write.executeUpdate("UPDATE hlr_quota SET next_start = next_start + 1");
            }
        }
        return reader;
    }

    /** Lets no file of a process grow any further, as a full disk does. */
    private static List<String> withinLargestFile() {
        return List.of("sh", "-c", "ulimit -f " + LARGEST_FILE / BLOCK + " && exec \"$0\" \"$@\"");
    }

    private void assertBooksOf(BookedRun run, FakeSmsPartner service) {
        RunCounts counts = run.counts();
        assertThat(submitted).hasSize(BATCHES).doesNotHaveDuplicates();
        assertThat(counts.batches(BatchState.ACCEPTED) + counts.batches(BatchState.UNCONFIRMED))
                .isEqualTo(BATCHES);
        assertThat(counts.spent().value() + counts.atRisk().value())
                .isEqualTo(service.journal().billedNumbers() * MicroEuros.DOCUMENTED_PRICE.value());
    }
}
