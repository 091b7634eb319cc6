package io.github.hlr4j.callback;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The keys in a file, as they are now: what is rotated or revoked there holds for a running receiver within a second.
 *
 * <p>The file is looked at once a second at the most, and read again where its time or size changed. While it is missing or
 * unreadable, the keys that were read last go on holding. Safe for concurrent use.
 */
public final class CallbackKeysFile implements Supplier<CallbackKeys> {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final Ticker ticker;
    private volatile Reading latest;

    private CallbackKeysFile(Path file, Ticker ticker, Reading first) {
        this.file = file;
        this.ticker = ticker;
        this.latest = first;
    }

    /**
     * Opens a file of keys.
     *
     * @param file what {@link CallbackKeys#toText()} wrote, or {@code hlr keys create}
     * @return its keys
     * @throws ConfigurationException if it cannot be read or does not hold keys
     */
    public static CallbackKeysFile open(Path file) {
        return open(file, Ticker.system());
    }

    /**
     * Opens a file of keys and looks at it in another time than the system's.
     *
     * @param file what {@link CallbackKeys#toText()} wrote, or {@code hlr keys create}
     * @param ticker the time
     * @return its keys
     * @throws ConfigurationException if it cannot be read or does not hold keys
     */
    public static CallbackKeysFile open(Path file, Ticker ticker) {
        Objects.requireNonNull(ticker, "ticker");
        try {
            return new CallbackKeysFile(file, ticker, Reading.of(file, ticker.nanos()));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The file with the callback keys cannot be read: " + file + ".\n'hlr keys create FILE' makes one"
                            + " that only its owner may read.",
                    e);
        } catch (InvalidInputException e) {
            throw new ConfigurationException(
                    "The file " + file + " does not hold callback keys: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public CallbackKeys get() {
        Reading known = latest;
        long now = ticker.nanos();
        if (now - known.lookedAt >= PAUSE) {
            known = known.again(file, now);
            latest = known;
        }
        return known.keys;
    }

    /** The path; never a secret. */
    @Override
    public String toString() {
        return "CallbackKeysFile[" + file + ", " + latest.keys + "]";
    }

    private record Reading(CallbackKeys keys, FileTime modified, long size, long lookedAt) {

        static Reading of(Path file, long now) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Reading(
                    CallbackKeys.parse(Files.readString(file)), attributes.lastModifiedTime(), attributes.size(), now);
        }

        Reading again(Path file, long now) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                boolean same = attributes.lastModifiedTime().equals(modified) && attributes.size() == size;
                return same ? new Reading(keys, modified, size, now) : of(file, now);
            } catch (IOException | InvalidInputException e) {
                return new Reading(keys, modified, size, now);
            }
        }
    }
}
