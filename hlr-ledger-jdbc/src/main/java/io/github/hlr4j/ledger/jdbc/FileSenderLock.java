package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.LedgerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock on a file beside the database, which the operating system releases when the process ends, however it ends. */
final class FileSenderLock implements SenderLock {

    private final Path file;
    private FileChannel channel;
    private FileLock lock;

    FileSenderLock(Path file) {
        this.file = file;
    }

    /** Does not refuse another ledger of this process, which may only take over when the first one is closed. */
    @Override
    public synchronized void take() {
        if (lock != null) {
            return;
        }
        try {
            if (channel == null) {
                channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            }
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return;
        } catch (IOException e) {
            throw new LedgerException(
                    "the file " + file.getFileName()
                            + " beside the ledger cannot be locked: look whether its folder may be"
                            + " written to and lies on a disk of this machine",
                    e);
        }
        if (lock == null) {
            throw new LedgerException(
                    "another process sends with this ledger: wait until it ends or stop it, or keep the"
                            + " ledger in a PostgreSQL, which several processes may share");
        }
    }

    /** Closes the file, and with it the lock. */
    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public synchronized void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new LedgerException("the file " + file.getFileName() + " beside the ledger cannot be closed", e);
        } finally {
            channel = null;
            lock = null;
        }
    }
}
