package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.LedgerException;
import io.github.hlr4j.spi.Ticker;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/**
 * Keeps the books in one SQLite file: no server, and what a call wrote is synced to the disk when it returns.
 *
 * <p>One process of the machine sends: the first that plans, recovers or claims locks the file {@code NAME.lock} beside the
 * database until it ends, and others are refused. Processes that only receive, or only read, may share the file with it. The
 * folder lies on a disk of this machine, never on a network share, and the file is backed up by copying it together with
 * {@code NAME-wal} while nobody has it open. It holds the callback keys, so only its owner may read it.
 */
public final class SqliteLedger {

    private SqliteLedger() {}

    /**
     * Opens a ledger, and creates its file where it is missing.
     *
     * @param file the database; its folder exists
     * @return a ledger, to be closed
     * @throws LedgerException if the file cannot be opened, is not a ledger, or was written by a later version; then nothing
     *     of it was touched
     */
    public static Ledger open(Path file) {
        return open(file, InstantSource.system(), Ticker.system());
    }

    /** The same with another clock for the slots of the quota and another way to wait for them. */
    static Ledger open(Path file, InstantSource clock, Ticker ticker) {
        createForOwner(file);
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return over(source, file, clock, ticker);
    }

    /** The same over connections that somebody else makes. */
    static Ledger over(DataSource source, Path file, InstantSource clock, Ticker ticker) {
        Dialect dialect = new SqliteDialect(file.getFileName().toString(), clock);
        SenderLock sender = new FileSenderLock(file.resolveSibling(file.getFileName() + ".lock"));
        return JdbcLedger.open(new Database(source::getConnection, dialect), sender, ticker);
    }

    private static void createForOwner(Path file) {
        try {
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException e) {
            // Then it has the permissions that its owner gave it.
        } catch (IOException e) {
            throw new LedgerException(
                    "the file " + file.getFileName()
                            + " cannot be created: look whether its folder exists and may be written to",
                    e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
