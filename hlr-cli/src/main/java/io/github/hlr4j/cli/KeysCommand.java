package io.github.hlr4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hlr keys}: the secrets that sign callback addresses. */
@Command(
        name = "keys",
        description = "Manages the keys that sign the addresses of callbacks.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing: create, rotate or revoke");
    }
}
