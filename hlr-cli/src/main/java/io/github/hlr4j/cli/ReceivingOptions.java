package io.github.hlr4j.cli;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.spi.Loopback;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code hlr verify} that say whether, where and how long answers are received. */
final class ReceivingOptions {

    private static final WaitTime DEFAULT_WAIT = new WaitTime(Duration.ofMinutes(2));

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where answers are received; default 127.0.0.1:0 where the service is on this machine.")
    private Optional<ListenAddress> listen = Optional.empty();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "What the service is told to post answers to; default http://HOST:PORT of a loopback listener.")
    private Optional<URI> publicUrl = Optional.empty();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The keys that sign callback addresses; default the ledger's own.")
    private Optional<Path> keys = Optional.empty();

    @ArgGroup
    private Waiting waiting = new Waiting();

    /** Waiting, or not: one excludes the other. */
    static final class Waiting {

        @Option(names = "--no-wait", description = "Send and end; open no listener.")
        private boolean none;

        @Option(
                names = "--wait",
                paramLabel = "TIME",
                description = "How long to wait for answers after the last request, as in 30s, 15m, 2h; default 2m.")
        private Optional<WaitTime> longest = Optional.empty();
    }

    void requireConsistency() {
        if (waiting.none && listen.isPresent()) {
            throw new CliException("--listen is for waiting; leave it or --no-wait out");
        }
    }

    boolean isWaiting() {
        return !waiting.none;
    }

    Duration longestWait() {
        return waiting.longest.orElse(DEFAULT_WAIT).duration();
    }

    Optional<URI> publicUrl() {
        return publicUrl;
    }

    /** The keys of a file; without one they are the ledger's. */
    Optional<CallbackKeys> keys() {
        return keys.map(KeysFile::read);
    }

    Optional<Path> keysFile() {
        return keys;
    }

    /** Where to listen when waiting for this service. */
    ListenAddress listenFor(Service service) {
        if (!service.isOnThisMachine() && publicUrl.isEmpty()) {
            throw new CliException(
                    "to wait for answers from " + service.baseUrl().getHost()
                            + ", say with --public-url what it can reach, and with --listen where that ends; or use --no-wait");
        }
        if (!service.isOnThisMachine() && Loopback.isLoopback(publicUrl.get().getHost())) {
            throw new CliException("--public-url " + publicUrl.get() + " is this machine, which "
                    + service.baseUrl().getHost() + " cannot reach");
        }
        if (!service.isOnThisMachine() && listen.isEmpty()) {
            throw new CliException("--listen is missing: where on this machine does "
                    + publicUrl.get().getHost() + " end?");
        }
        ListenAddress address = listen.orElse(ListenAddress.ANY_LOOPBACK_PORT);
        if (!address.isLoopback() && publicUrl.isEmpty()) {
            throw new CliException("--listen " + address + " needs --public-url: what is the service to be told?");
        }
        return address;
    }
}
