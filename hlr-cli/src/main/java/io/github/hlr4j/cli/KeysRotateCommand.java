package io.github.hlr4j.cli;

import io.github.hlr4j.callback.CallbackKeys;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hlr keys rotate}: one more key, which signs from now on. */
@Command(
        name = "rotate",
        description = "Adds a new key to FILE, which signs from now on; the older ones go on verifying.",
        mixinStandardHelpOptions = true)
final class KeysRotateCommand implements Runnable {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A file that 'hlr keys create' made.")
    private Path file;

    KeysRotateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CallbackKeys rotated = KeysFile.read(file).rotated();
        KeysFile.replace(file, rotated);
        List<Integer> ids = rotated.ids();
        terminal.say("key " + ids.get(ids.size() - 1) + " signs from now on, "
                + ids.subList(0, ids.size() - 1) + " go on verifying; give the file to every receiver before the"
                + " senders, and revoke the older keys once their addresses have expired");
    }
}
