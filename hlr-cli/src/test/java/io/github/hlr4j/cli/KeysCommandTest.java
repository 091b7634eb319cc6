package io.github.hlr4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.callback.CallbackKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void create() throws Exception {
        file = folder.resolve("callback.keys");
        assertThat(CommandRun.hlr().with("keys", "create", file.toString()).exitCode())
                .isZero();
    }

    @Test
    void rotatingAddsAKeyThatSignsAndTheOldOneGoesOnVerifying() throws Exception {
        String old = sign();

        CommandRun.Outcome rotated = CommandRun.hlr().with("keys", "rotate", file.toString());

        assertThat(rotated.exitCode()).isZero();
        assertThat(rotated.err()).startsWith("hlr: key 2 signs from now on, [1] go on verifying; ");
        assertThat(rotated.out()).isEmpty();
        assertThat(keys().ids()).containsExactly(1, 2);
        assertThat(keys().verify(old, NOW)).isPresent();
        assertThat(keys().verify(sign(), NOW)).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void revokingRemovesAllButTheNewest() throws Exception {
        String old = sign();
        CommandRun.hlr().with("keys", "rotate", file.toString());
        String current = sign();

        CommandRun.Outcome revoked = CommandRun.hlr().with("keys", "revoke", file.toString());

        assertThat(revoked.exitCode()).isZero();
        assertThat(revoked.err()).startsWith("hlr: revoked [1], left [2]; ");
        assertThat(keys().verify(old, NOW)).isEmpty();
        assertThat(keys().verify(current, NOW)).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void oneKeyCanBeRevokedByItsId() throws Exception {
        CommandRun.hlr().with("keys", "rotate", file.toString());
        CommandRun.hlr().with("keys", "rotate", file.toString());

        assertThat(CommandRun.hlr()
                        .with("keys", "revoke", file.toString(), "--key", "2")
                        .exitCode())
                .isZero();

        assertThat(keys().ids()).containsExactly(1, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revoke FILE",
                "revoke FILE --key 1",
                "revoke FILE --key 9",
                "rotate FILE.none",
                "revoke FILE.none"
            })
    void whatCannotBeDoneIsOneClearLineAndChangesNothing(String arguments) throws Exception {
        String before = Files.readString(file);

        CommandRun.Outcome outcome = CommandRun.hlr()
                .with(Stream.concat(
                                Stream.of("keys"),
                                Stream.of(arguments
                                        .replace("FILE", file.toString())
                                        .split(" ")))
                        .toArray(String[]::new));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errLines()).singleElement().asString().startsWith("hlr: ");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    private String sign() throws Exception {
        return keys().sign(Correlation.random(new SecureRandom()), NOW.plus(Duration.ofDays(7)));
    }

    private CallbackKeys keys() throws Exception {
        return CallbackKeys.parse(Files.readString(file));
    }
}
