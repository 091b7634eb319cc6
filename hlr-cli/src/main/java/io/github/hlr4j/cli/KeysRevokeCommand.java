package io.github.hlr4j.cli;

import io.github.hlr4j.callback.CallbackKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hlr keys revoke}: addresses that older keys signed are not found from now on. */
@Command(
        name = "revoke",
        description = "Removes keys from FILE: those before the newest, or the one that is named.",
        mixinStandardHelpOptions = true)
final class KeysRevokeCommand implements Runnable {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A file that 'hlr keys create' made.")
    private Path file;

    @Option(names = "--key", paramLabel = "ID", description = "The key to remove; default all but the newest.")
    private Optional<Integer> key = Optional.empty();

    KeysRevokeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CallbackKeys keys = KeysFile.read(file);
        List<Integer> revoked = key.map(List::of).orElseGet(() -> olderThanTheNewest(keys));
        if (revoked.isEmpty()) {
            throw new CliException(
                    file + " has one key only; 'hlr keys rotate " + file + "' adds the one that replaces it");
        }
        CallbackKeys left = keys;
        for (int id : revoked) {
            left = left.without(id);
        }
        KeysFile.replace(file, left);
        terminal.say("revoked " + revoked + ", left " + left.ids() + "; addresses that they signed are not found"
                + " once every receiver has the file");
    }

    private static List<Integer> olderThanTheNewest(CallbackKeys keys) {
        return keys.ids().subList(0, keys.ids().size() - 1);
    }
}
