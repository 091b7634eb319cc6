package io.github.hlr4j.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackKeysFileTest {

    private static final long START = TimeUnit.HOURS.toNanos(1); // an origin means nothing

    private final AtomicLong now = new AtomicLong(START);
    private final CallbackKeys first = CallbackKeys.create();

    @TempDir
    private Path folder;

    @Test
    void followsWhatIsRotatedAndRevokedWithinASecond() throws Exception {
        Path file = write(first);
        CallbackKeysFile keys = CallbackKeysFile.open(file, now::get);
        CallbackKeys rotated = first.rotated();

        write(rotated);
        pass(TimeUnit.SECONDS.toNanos(1) - 1);
        assertThat(keys.get().ids()).containsExactly(1);
        pass(1);
        assertThat(keys.get().ids()).containsExactly(1, 2);

        write(rotated.without(1));
        pass(TimeUnit.SECONDS.toNanos(1));
        assertThat(keys.get().ids()).containsExactly(2);
        assertThat(keys).hasToString("CallbackKeysFile[" + file + ", CallbackKeys[2]]");
    }

    @Test
    void readsAgainOnlyWhatHasAnotherTimeOrAnotherSize() throws Exception {
        Path file = write(first);
        FileTime time = Files.getLastModifiedTime(file);
        FileTime later = FileTime.fromMillis(time.toMillis() + 5_000);
        CallbackKeysFile keys = CallbackKeysFile.open(file, now::get);
        CallbackKeys second = first.rotated().without(1);

        Files.setLastModifiedTime(write(second), time);
        pass(TimeUnit.SECONDS.toNanos(1));
        assertThat(keys.get().ids()).containsExactly(1);

        Files.setLastModifiedTime(file, later);
        pass(TimeUnit.SECONDS.toNanos(1));
        assertThat(keys.get().ids()).containsExactly(2);

        Files.setLastModifiedTime(write(second.rotated()), later);
        pass(TimeUnit.SECONDS.toNanos(1));
        assertThat(keys.get().ids()).containsExactly(2, 3);
    }

    @Test
    void keepsWhatItKnowsWhileTheFileIsMissingOrBroken() throws Exception {
        Path file = write(first);
        CallbackKeysFile keys = CallbackKeysFile.open(file, now::get);

        Files.delete(file);
        pass(TimeUnit.SECONDS.toNanos(1));
        assertThat(keys.get().ids()).containsExactly(1);

        Files.writeString(file, "half a ke");
        pass(TimeUnit.SECONDS.toNanos(1));
        assertThat(keys.get().ids()).containsExactly(1);

        write(first.rotated());
        pass(TimeUnit.SECONDS.toNanos(1));
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

    @Test
    void needsNoTimeOfTheCaller() throws Exception {
        assertThat(CallbackKeysFile.open(write(first)).get().ids()).containsExactly(1);
    }

    private void pass(long nanos) {
        now.addAndGet(nanos);
    }

    private Path write(CallbackKeys keys) throws Exception {
        return Files.writeString(folder.resolve("callback.keys"), keys.toText());
    }
}
