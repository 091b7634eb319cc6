package io.github.hlr4j.cli;

import io.github.hlr4j.callback.CallbackKeys;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hlr keys create}: a file with one new key. */
@Command(
        name = "create",
        description = "Writes a new key to FILE, which only you may read.",
        mixinStandardHelpOptions = true)
final class KeysCreateCommand implements Runnable {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file to create; an existing one is left alone.")
    private Path file;

    KeysCreateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        KeysFile.create(file, CallbackKeys.create());
        terminal.say("wrote a new key to " + file + "; keep it secret and give it to every receiver and sender");
    }
}
