package io.github.hlr4j.cli;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Tag;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.Verifications;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.quota.StoppableQuota;
import io.github.hlr4j.spi.SecureUrl;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
                    + " be sent; 4 answers are missing; 5 a batch is unconfirmed: it may have been billed; 130 interrupted (143"
                    + " terminated); 1 the results could not be written."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int TRIES_AGAIN = 2;
    private static final Duration PATIENCE_WITH_QUOTA = Duration.ofDays(365);

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
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "Where the API key stands; default the environment variable SMSPARTNER_API_KEY.")
    private Optional<Path> apiKeyFile = Optional.empty();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "The service; default the environment variable HLR_BASE_URL, else https://api.smspartner.fr/v1.")
    private Optional<URI> baseUrl = Optional.empty();

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

    @Option(names = "--format", paramLabel = "json|xml", description = "The format of the service's replies.")
    private Optional<ReplyFormat> format = Optional.empty();

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "A label of up to 20 characters for the account's statistics.")
    private Optional<Tag> tag = Optional.empty();

    @Option(names = "--rate", paramLabel = "N/TIME", description = "What the service allows; default 360/60s.")
    private Rate rate = Rate.DOCUMENTED;

    @Option(
            names = "--progress",
            paramLabel = "auto|never|always",
            description = "Whether to show a bar; default auto.")
    private Progress.When progress = Progress.When.AUTO;

    @Mixin
    private ReceivingOptions receiving;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireOneService();
        receiving.requireConsistency();
        FileConflicts.refuse(filesRead(), rejects, output);
        Output results = Output.of(output, terminal);
        List<VerificationRequest> requests = requests();
        try (Service service =
                sandbox ? Service.sandbox(terminal, rate) : Service.remote(terminal, baseUrl, apiKeyFile)) {
            return receiving.isWaiting()
                    ? sendAndWait(service, requests, results)
                    : sendOnly(service, requests, results);
        }
    }

    private List<String> filesRead() {
        List<String> files = new ArrayList<>(arguments);
        apiKeyFile.map(Path::toString).ifPresent(files::add);
        receiving.keysFile().map(Path::toString).ifPresent(files::add);
        return files;
    }

    private void requireOneService() {
        if (sandbox && (baseUrl.isPresent() || apiKeyFile.isPresent())) {
            throw new CliException("--sandbox brings its own service and key; leave --base-url and --api-key-file out");
        }
    }

    private List<VerificationRequest> requests() {
        NumberList numbers = NumberReader.read(arguments, terminal.in(), column);
        Rejects.handle(numbers.badLines(), rejects, terminal);
        if (numbers.numbers().isEmpty()) {
            throw new CliException("there is no number to verify");
        }
        return VerificationRequest.batches(numbers.numbers()).stream()
                .map(request -> tag.map(request::withTag).orElse(request))
                .map(request -> format.map(request::replyingIn).orElse(request))
                .toList();
    }

    private int sendAndWait(Service service, List<VerificationRequest> requests, Output results)
            throws InterruptedException {
        try (CallbackServer server = CallbackServer.open(receiving.listenFor(service));
                Progress bar = progressOf(requests)) {
            StoppableQuota quota = quota();
            BatchRun run = new BatchRun(requests, quota, bar);
            ArrivalLog arrivals = new ArrivalLog(bar);
            try (HlrClient client = client(service, quota)) {
                Verifications verifications = Verifications.builder(client)
                        .at(receiving
                                .publicUrl()
                                .orElseGet(() -> server.address().url()))
                        .signedWith(receiving.keys())
                        .events(arrivals)
                        .build();
                server.serve(verifications.receiver());
                return finishing(run, Optional.of(arrivals), results, bar, () -> {
                    try {
                        run.send(batch -> batch.settle(verifications.start(batch.request())));
                        run.awaitAnswers(receiving.longestWait());
                    } finally {
                        server.stopReceiving();
                    }
                });
            }
        }
    }

    private int sendOnly(Service service, List<VerificationRequest> requests, Output results)
            throws InterruptedException {
        Optional<CallbackAddresses> addresses = receiving.publicUrl().map(this::addresses);
        if (addresses.isEmpty()) {
            terminal.say("warning: without --public-url the service is told no address, so no answers will come");
        } else if (receiving.keysFile().isEmpty()) {
            terminal.say("warning: without --keys nobody can check the answers that will come to the public URL");
        }
        SecureRandom random = new SecureRandom();
        StoppableQuota quota = quota();
        try (HlrClient client = client(service, quota);
                Progress bar = progressOf(requests)) {
            BatchRun run = new BatchRun(requests, quota, bar);
            return finishing(
                    run,
                    Optional.empty(),
                    results,
                    bar,
                    () -> run.send(batch -> {
                        VerificationRequest request = batch.request();
                        batch.settle(client.submit(addresses
                                .map(a -> request.notifying(a.of(Correlation.random(random))))
                                .orElse(request)));
                    }));
        }
    }

    /** Runs, and whatever happens says and writes down what is known: it was paid for. */
    private int finishing(BatchRun run, Optional<ArrivalLog> arrivals, Output results, Progress bar, Interruptible work)
            throws InterruptedException {
        RunReport report = new RunReport(run, arrivals.isPresent());
        StopSignal signal = StopSignal.calls(run::interrupt, terminal);
        try {
            work.run();
        } finally {
            bar.close();
            report.troubles().forEach(terminal::say);
            arrivals.ifPresent(log -> log.troubles().forEach(terminal::say));
            if (hlr.isDebugging()) {
                report.causes().forEach(cause -> cause.printStackTrace(terminal.err()));
            }
            if (bar.isShown()) {
                terminal.say(report.summary());
            }
            try {
                results.writeAll(run::rows);
            } finally {
                signal.finished();
            }
        }
        return report.exitCode();
    }

    private CallbackAddresses addresses(URI publicUrl) {
        return CallbackAddresses.of(
                SecureUrl.require(publicUrl, "--public-url"),
                receiving.keys(),
                CallbackAddresses.DEFAULT_VALIDITY,
                InstantSource.system());
    }

    private StoppableQuota quota() {
        return new StoppableQuota(SlotQuota.builder().rate(rate).build());
    }

    private static HlrClient client(Service service, StoppableQuota quota) {
        return HlrClient.builder(service.key())
                .baseUrl(service.baseUrl())
                .quota(quota)
                .longestQuotaWait(PATIENCE_WITH_QUOTA)
                .resends(TRIES_AGAIN)
                .build();
    }

    private Progress progressOf(List<VerificationRequest> requests) {
        int numbers =
                requests.stream().mapToInt(request -> request.numbers().size()).sum();
        return Progress.of(progress, terminal, requests.size(), numbers);
    }

    /** Work that an interrupt may end. */
    private interface Interruptible {

        void run() throws InterruptedException;
    }
}
