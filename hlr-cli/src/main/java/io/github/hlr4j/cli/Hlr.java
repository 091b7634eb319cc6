package io.github.hlr4j.cli;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Tag;
import io.github.hlr4j.quota.Rate;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command {@code hlr} and what its subcommands share: option types, error lines, exit codes. */
@Command(
        name = "hlr",
        description = "Asks SMS Partner whether mobile numbers exist and can be reached.",
        versionProvider = Hlr.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Hlr implements Runnable {

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show the stack of an error and more of what the libraries log.")
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Hlr() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments the words after {@code hlr}
     */
    public static void main(String... arguments) {
        int exitCode = run(Terminal.ofProcess(), arguments);
        System.exit(exitCode);
    }

    static int run(Terminal terminal, String... arguments) {
        Hlr hlr = new Hlr();
        CommandLine commandLine = new CommandLine(hlr)
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new ListenCommand(terminal))
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand(new UnconfirmedCommand(terminal))
                .addSubcommand(new SandboxCommand(terminal))
                .addSubcommand(new CommandLine(new KeysCommand())
                        .addSubcommand(new KeysCreateCommand(terminal))
                        .addSubcommand(new KeysRotateCommand(terminal))
                        .addSubcommand(new KeysRevokeCommand(terminal)))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        registerConverters(commandLine);
        commandLine.setExecutionStrategy(parsed -> {
            hlr.quietenLibraries();
            return new CommandLine.RunLast().execute(parsed);
        });
        commandLine.setParameterExceptionHandler((e, args) -> {
            terminal.say(oneLine(e.getMessage()) + "; see '"
                    + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
            return ExitCode.USAGE;
        });
        commandLine.setExecutionExceptionHandler((e, line, parsed) -> hlr.report(terminal, e));
        return commandLine.execute(arguments);
    }

    /** Without a subcommand there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "a command is missing: verify, listen, status, export, unconfirmed, sandbox or keys");
    }

    boolean isDebugging() {
        return debug;
    }

    private static void registerConverters(CommandLine commandLine) {
        commandLine.registerConverter(Rate.class, converter(Rate::parse));
        commandLine.registerConverter(Tag.class, converter(Tag::of));
        commandLine.registerConverter(WaitTime.class, converter(WaitTime::parse));
        commandLine.registerConverter(MaxCost.class, converter(MaxCost::parse));
        commandLine.registerConverter(ListenAddress.class, converter(ListenAddress::parse));
        commandLine.registerConverter(ReplyFormat.class, converter(Hlr::replyFormat));
        commandLine.registerConverter(URI.class, converter(Hlr::url));
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (InvalidInputException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static ReplyFormat replyFormat(String text) {
        for (ReplyFormat format : ReplyFormat.values()) {
            if (format.wireName().equals(text.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new InvalidInputException("it is json or xml");
    }

    private static URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("it is not a URL", e);
        }
    }

    private void quietenLibraries() {
        LogManager.getLogManager().getLogger("").setLevel(debug ? Level.INFO : Level.SEVERE);
    }

    private int report(Terminal terminal, Exception failure) {
        boolean expected = failure instanceof HlrException;
        terminal.say(
                expected
                        ? describe(failure)
                        : "internal error: " + failure.getClass().getName()
                                + "; please report it with the output of --debug");
        if (debug) {
            failure.printStackTrace(terminal.err());
        }
        if (failure instanceof CliException known) {
            return known.exitCode();
        }
        boolean wrongInput = failure instanceof InvalidInputException || failure instanceof ConfigurationException;
        return wrongInput ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** Our own messages may list bad lines; those of the library become one line. */
    private static String describe(Exception failure) {
        return failure instanceof CliException ? failure.getMessage() : oneLine(failure.getMessage());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** The version in the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Hlr.class.getPackage().getImplementationVersion();
            return new String[] {"hlr " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
