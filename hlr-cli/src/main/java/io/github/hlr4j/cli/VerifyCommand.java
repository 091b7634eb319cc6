package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.SecureUrl;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hlr verify}: the main job, from numbers to their answers. */
@Command(
        name = "verify",
        description = "Verifies phone numbers, which costs money unless --sandbox is given.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 all answered; 2 usage or unreadable input, nothing was sent; 3 a batch was refused or could not"
                    + " be sent; 4 answers are missing; 5 a batch is unconfirmed: it may have been billed; 6 the spend cap was"
                    + " reached; 130 interrupted (143 terminated); 1 the results could not be written."
        })
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private Hlr hlr;

    @Parameters(
            arity = "1..*",
            paramLabel = "NUMBER|FILE|-",
            description = "Numbers with country code, files of numbers, - for standard input.")
    private List<String> arguments;

    @Option(names = "--sandbox", description = "Ask a fake service on this machine; needs no key and costs nothing.")
    private boolean sandbox;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "The column of a CSV file; default phone, or the only one.")
    private Optional<String> column = Optional.empty();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write bad lines to this CSV file and send the rest.")
    private Optional<Path> rejects = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Where results go, .csv or .jsonl, - for standard output; default a table on a terminal, else CSV.")
    private Optional<String> output = Optional.empty();

    @Mixin
    private SendingOptions sending;

    @Option(names = "--dry-run", description = "Say what would be sent and what it would cost, and send nothing.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Write a page about the run: cost, results as charts, what is open.")
    private Optional<Path> report = Optional.empty();

    @Mixin
    private ReceivingOptions receiving;

    @Mixin
    private LedgerOptions books;

    private BadLines badLines;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireOneService();
        receiving.requireConsistency();
        books.requireConsistency();
        FileConflicts.refuse(filesRead(), filesWritten());
        Output results = Output.of(output, terminal);
        Optional<ReportFile> page = report.map(ReportFile::of);
        NumberInput numbers = new NumberInput(arguments, terminal.in(), column, this::openBadLines);
        if (dryRun) {
            return new DryRun(terminal, books, sending.rate()).of(numbers);
        }
        try (Service service = sandbox ? Service.sandbox(terminal, sending.rate()) : sending.service(terminal);
                Ledger ledger = books.open(terminal)) {
            return receiving.isWaiting()
                    ? sendAndWait(service, ledger, numbers, results, page)
                    : sendOnly(service, ledger, numbers, results, page);
        }
    }

    private List<String> filesRead() {
        List<String> files = new ArrayList<>(arguments);
        sending.apiKeyFile().map(Path::toString).ifPresent(files::add);
        receiving.keysFile().map(Path::toString).ifPresent(files::add);
        return files;
    }

    private Map<String, Path> filesWritten() {
        Map<String, Path> files = new LinkedHashMap<>();
        rejects.ifPresent(file -> files.put("--rejects", file));
        output.filter(name -> !name.equals("-")).ifPresent(name -> files.put("--output", Path.of(name)));
        report.ifPresent(file -> files.put("--report", file));
        books.file().ifPresent(file -> files.put("--ledger", file));
        return files;
    }

    private BadLines openBadLines() {
        badLines = rejects.map(file -> BadLines.setAside(file, terminal)).orElseGet(BadLines::stopping);
        return badLines;
    }

    private void requireOneService() {
        if (sandbox && sending.namesService()) {
            throw new CliException("--sandbox brings its own service and key; leave --base-url and --api-key-file out");
        }
    }

    private int sendAndWait(
            Service service, Ledger ledger, NumberInput numbers, Output results, Optional<ReportFile> page)
            throws InterruptedException {
        try (CallbackServer server = CallbackServer.open(receiving.listenFor(service));
                HlrClient client = SendingOptions.client(service);
                VerifyRun run = runOf(
                        client,
                        ledger,
                        builder -> builder.at(receiving
                                .publicUrl()
                                .orElseGet(() -> server.address().url())))) {
            server.serve(run.receiver());
            run.start(numbers);
            run.awaitAnswers(receiving.longestWait(), server::stopReceiving);
            return run.finish(Optional.of(results), page.map(file -> pageOf(service, file)));
        }
    }

    private int sendOnly(Service service, Ledger ledger, NumberInput numbers, Output results, Optional<ReportFile> page)
            throws InterruptedException {
        Optional<URI> publicUrl = receiving.publicUrl();
        if (publicUrl.isEmpty()) {
            terminal.say("warning: without --public-url the service is told no address, so no answers will come");
        } else if (receiving.keysFile().isEmpty() && !books.isKept()) {
            terminal.say("warning: without --keys nobody can check the answers that will come to the public URL");
        }
        publicUrl.ifPresent(url -> SecureUrl.require(url, "--public-url"));
        try (HlrClient client = SendingOptions.client(service);
                VerifyRun run = runOf(client, ledger, builder -> publicUrl.ifPresent(builder::at))) {
            run.start(numbers);
            run.awaitSending();
            return run.finish(Optional.of(results), page.map(file -> pageOf(service, file)));
        }
    }

    private VerifyRun runOf(HlrClient client, Ledger ledger, Consumer<BulkVerification.Builder> address) {
        BulkVerification.Builder builder = BulkVerification.builder(client, ledger);
        address.accept(builder);
        receiving.keys().ifPresent(builder::signedWith);
        books.configure(builder);
        sending.configure(builder);
        return new VerifyRun(terminal, builder, books.isKept(), sending.progress(terminal), hlr.isDebugging());
    }

    private VerifyRun.PageWriter pageOf(Service service, ReportFile file) {
        return (run, tally) -> file.write(
                ReportFacts.of(
                        run, books, service, badLines.count(), terminal.clock().instant()),
                tally);
    }
}
