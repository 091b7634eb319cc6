package io.github.hlr4j.cli;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.MagicNumbers;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hlr sandbox}: a fake SMS Partner to try things against, until it is interrupted. */
@Command(
        name = "sandbox",
        description = "Runs a fake SMS Partner that accepts any number and charges nobody.",
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where to listen; default 127.0.0.1:0, a free port.")
    private ListenAddress listen = ListenAddress.ANY_LOOPBACK_PORT;

    @Option(names = "--rate", paramLabel = "N/TIME", description = "What it allows; default 360/60s.")
    private Rate rate = Rate.DOCUMENTED;

    SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (FakeSmsPartner fake = startAndIntroduce()) {
            terminal.say("serving at " + fake.baseUrl() + " until it is interrupted");
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    /** Holds the log back until the introduction is printed. */
    private synchronized FakeSmsPartner startAndIntroduce() {
        FakeSmsPartner fake = FakeSmsPartner.builder()
                .listen(listen.host(), listen.port())
                .key(Service.sandboxKey(terminal))
                .rate(rate)
                .onSubmission(this::log)
                .onUnmatched(this::log)
                .start();
        boolean ownKey = terminal.variable(Service.KEY_VARIABLE).isPresent();
        PrintStream out = terminal.out();
        out.println("key: " + (ownKey ? "(from environment)" : Service.SANDBOX_KEY));
        out.println("url: " + fake.baseUrl());
        out.println("journal: " + fake.baseUrl().resolve("/__journal") + " (GET reads it, DELETE empties it)");
        out.println();
        out.println("curl -d '{\"apiKey\":\"" + (ownKey ? "'\"$" + Service.KEY_VARIABLE + "\"'" : Service.SANDBOX_KEY)
                + "\",\"phoneNumbers\":\"+33639980027\"}' '" + fake.baseUrl() + "/hlr/notify'");
        out.println();
        out.println("The last four digits of a number are the code of its status; others mean NO_ERROR:");
        out.println(MagicNumbers.table());
        out.flush();
        return fake;
    }

    /** One line for each request. */
    private synchronized void log(Object request) {
        terminal.out().println(request);
    }
}
