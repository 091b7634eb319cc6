package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bytes that no honest peer sends, and what a decoder may do with them: refuse, at once, without repeating them. */
final class HostileBytes {

    /** The subscriber's part of the number in every sample; an exception that holds it has repeated the body. */
    static final String SECRET = "639980001";

    private static final long SEED = 20180305;
    private static final int MUTANTS = 3_000;
    private static final int MOST_EDITS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] MEANINGFUL = "{}[]\",:\\<>/&;!?=%+'- 0e.tn\uFEFF".getBytes(StandardCharsets.UTF_8);

    private HostileBytes() {}

    /** Decodes, and gives the exception; fails if the body was read or anything else was thrown. */
    static MalformedBodyException refusal(Function<byte[], ?> decoder, byte[] body) {
        return assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                return fail("was read as " + decoder.apply(body));
            } catch (MalformedBodyException e) {
                requireDiscreet(e);
                return e;
            }
        });
    }

    /** Decodes bodies of which some are readable; fails if anything but a refusal is thrown. */
    static <R> void survive(Function<byte[], R> decoder, Stream<byte[]> bodies, Consumer<R> check) {
        assertTimeoutPreemptively(
                PATIENCE.multipliedBy(6),
                () -> bodies.forEach(body -> {
                    try {
                        check.accept(decoder.apply(body));
                    } catch (MalformedBodyException e) {
                        requireDiscreet(e);
                    } catch (RuntimeException | StackOverflowError e) {
                        fail("threw " + e + " at " + Arrays.toString(body), e);
                    }
                }));
    }

    /** Fails unless a body that names a file, where the encoding can, is refused. */
    static void readsNoFile(Function<byte[], ?> decoder, Function<String, Optional<String>> bodyThatReads, Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
        bodyThatReads
                .apply(file.toUri().toString())
                .ifPresent(body -> refusal(decoder, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Fails unless a body that names an address, where the encoding can, is refused and the address is left alone. */
    static void fetchesNoAddress(Function<byte[], ?> decoder, Function<String, Optional<String>> bodyThatReads) {
        try (RawHttpServer server = RawHttpServer.start(RawConnection::close)) {
            bodyThatReads
                    .apply(server.http("/a.dtd").toString())
                    .ifPresent(body -> refusal(decoder, body.getBytes(StandardCharsets.UTF_8)));
            assertThat(server.connections()).as("connections").isZero();
        }
    }

    /** Every beginning of a body that is shorter than it. */
    static Stream<byte[]> beginnings(byte[] body) {
        return IntStream.range(0, body.length).mapToObj(length -> Arrays.copyOf(body, length));
    }

    /** Always the same copies with one to eight random edits each. */
    static Stream<byte[]> mutants(byte[] body) {
        Random random = new Random(SEED);
        return Stream.generate(() -> mutate(body, random)).limit(MUTANTS);
    }

    private static byte[] mutate(byte[] body, Random random) {
        byte[] mutant = body;
        for (int edits = 1 + random.nextInt(MOST_EDITS); edits > 0; edits--) {
            int at = random.nextInt(mutant.length);
            int until = Math.min(mutant.length, at + 1 + random.nextInt(MOST_EDITS));
            mutant = switch (random.nextInt(4)) {
                case 0 -> splice(mutant, at, until, new byte[0]);
                case 1 -> splice(mutant, at, at, Arrays.copyOfRange(mutant, at, until));
                case 2 -> splice(mutant, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                default -> splice(mutant, at, at, new byte[] {MEANINGFUL[random.nextInt(MEANINGFUL.length)]});
            };
        }
        return mutant;
    }

    private static byte[] splice(byte[] body, int from, int to, byte[] replacement) {
        if (body.length - (to - from) + replacement.length == 0) {
            return body;
        }
        return ByteBuffer.allocate(body.length - (to - from) + replacement.length)
                .put(body, 0, from)
                .put(replacement)
                .put(body, to, body.length - to)
                .array();
    }

    private static void requireDiscreet(MalformedBodyException refusal) {
        for (Throwable t = refusal; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains(SECRET)) {
                fail("the exception repeats the body: " + t.getMessage());
            }
        }
    }
}
