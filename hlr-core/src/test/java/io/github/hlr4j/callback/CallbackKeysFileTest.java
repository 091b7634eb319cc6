package io.github.hlr4j.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackKeysFileTest {

    private final AtomicLong now = new AtomicLong();
    private final CallbackKeys first = CallbackKeys.create();

    @TempDir
    private Path folder;

    @Test
    void followsWhatIsRotatedAndRevokedWithinASecond() throws Exception {
        Path file = write(first);
        CallbackKeysFile keys = CallbackKeysFile.open(file, now::get);
        CallbackKeys rotated = first.rotated();

        write(rotated);
        now.set(TimeUnit.SECONDS.toNanos(1) - 1);
        assertThat(keys.get().ids()).containsExactly(1);
        now.set(TimeUnit.SECONDS.toNanos(1));
        assertThat(keys.get().ids()).containsExactly(1, 2);

        write(rotated.without(1));
        now.set(TimeUnit.SECONDS.toNanos(2));
        assertThat(keys.get().ids()).containsExactly(2);
        assertThat(keys).hasToString("CallbackKeysFile[" + file + ", CallbackKeys[2]]");
    }

    @Test
    void keepsWhatItKnowsWhileTheFileIsMissingOrBroken() throws Exception {
        Path file = write(first);
        CallbackKeysFile keys = CallbackKeysFile.open(file, now::get);

        Files.delete(file);
        now.set(TimeUnit.SECONDS.toNanos(1));
        assertThat(keys.get().ids()).containsExactly(1);

        Files.writeString(file, "half a ke");
        now.set(TimeUnit.SECONDS.toNanos(2));
        assertThat(keys.get().ids()).containsExactly(1);

        write(first.rotated());
        now.set(TimeUnit.SECONDS.toNanos(3));
        assertThat(keys.get().ids()).containsExactly(1, 2);
    }

    @Test
    void aFileThatCannotBeReadAtTheStartIsAnErrorThatNamesTheCure() throws Exception {
        Path none = folder.resolve("none");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallbackKeysFile.open(none))
                .withMessageContaining(none.toString())
                .withMessageContaining("hlr keys create");
        Path broken = Files.writeString(folder.resolve("broken"), "no key");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallbackKeysFile.open(broken))
                .withMessageContaining("does not hold callback keys: callback keys: line 1 is not a key");
    }

    private Path write(CallbackKeys keys) throws Exception {
        return Files.writeString(folder.resolve("callback.keys"), keys.toText());
    }
}
