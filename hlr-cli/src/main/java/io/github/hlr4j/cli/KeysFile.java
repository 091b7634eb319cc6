package io.github.hlr4j.cli;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackKeysFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file of callback keys that only its owner may read. */
final class KeysFile {

    private KeysFile() {}

    static CallbackKeys read(Path file) {
        try {
            return CallbackKeys.parse(Files.readString(file));
        } catch (InvalidInputException e) {
            throw new CliException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CliException(
                    "cannot read callback keys from " + file + "; 'hlr keys create " + file + "' makes some", e);
        }
    }

    /** The keys as they are now, also after they were rotated or revoked. */
    static Supplier<CallbackKeys> follow(Path file) {
        read(file);
        return CallbackKeysFile.open(file);
    }

    /** The permissions are set at the creation, so that nobody else can open the file in between. */
    static void create(Path file, CallbackKeys keys) {
        try {
            Files.createFile(file, ownerOnly(file));
            write(file, keys);
        } catch (FileAlreadyExistsException e) {
            throw new CliException(file + " exists already; its keys were left alone", e);
        } catch (IOException e) {
            throw new CliException("cannot write callback keys to " + file + ": " + IoProblem.of(e), e);
        }
    }

    /** Whoever reads the file meanwhile sees the old keys or the new ones, and nothing in between. */
    static void replace(Path file, CallbackKeys keys) {
        try {
            Path real = file.toRealPath();
            Path fresh =
                    Files.createTempFile(real.getParent(), real.getFileName().toString(), ".new", ownerOnly(real));
            write(fresh, keys);
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CliException("cannot write callback keys to " + file + ": " + IoProblem.of(e), e);
        }
    }

    private static void write(Path file, CallbackKeys keys) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(keys.toText().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
