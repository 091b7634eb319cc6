package io.github.hlr4j.it.bench;

import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.spi.HlrEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;

/** Measures whether the time of a refusal tells why a token failed, at the receiver itself and over a socket. */
public final class TokenTiming {

    private static final int DEFAULT_TRIES = 1_000_000;
    private static final int FEWEST_TRIES = 10_000;
    private static final int TOKENS_OF_KIND = 1_000;

    private final Tokens tokens = new Tokens();
    private final List<Kind> kinds = new ArrayList<>();

    private TokenTiming() {
        for (Tokens.Failure failure : Tokens.Failure.values()) {
            kinds.add(kind(failure.toString(), failure));
        }
        // The same once more: what is found between the two is what chance alone finds.
        kinds.add(kind("expired, again", Tokens.Failure.EXPIRED));
    }

    private Kind kind(String name, Tokens.Failure failure) {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < TOKENS_OF_KIND; i++) {
            many.add(tokens.failing(failure));
        }
        return new Kind(name, many);
    }

    /**
     * Measures.
     *
     * @param arguments how many tries, by default a million
     */
    public static void main(String[] arguments) throws IOException {
        int tries = arguments.length == 0 ? DEFAULT_TRIES : Integer.parseInt(arguments[0]);
        if (tries < FEWEST_TRIES) {
            System.err.println("time-tokens: at least " + FEWEST_TRIES + " tries, not " + tries);
            System.exit(2);
        }
        System.out.println(Machine.describe());
        TokenTiming timing = new TokenTiming();
        System.out.println("\nCallbackReceiver.admit, " + tries + " tries");
        System.out.print(timing.atTheReceiver(tries));
        System.out.println(
                "\none keep-alive connection to " + Container.TOMCAT.nameAndVersion() + ", " + tries + " tries");
        System.out.print(timing.overASocket(tries));
        System.out.print("""

                A cell is Welch's t between two kinds, and how much slower the row is than the column, in nanoseconds.
                |t| below about 4.5 is noise; the last row beside the one above it shows what noise looks like. A larger
                |t| says that the difference is real, not that it matters: to use it, a sender needs as many tries, and
                what it learns has to be a secret. That a token is malformed or names no key, whoever made it knows.
                """);
    }

    private TimingTable atTheReceiver(int tries) {
        CallbackReceiver receiver = CallbackReceiver.builder(tokens.ring(), (correlation, results) -> {})
                .events(HlrEvents.none())
                .build();
        return measure(tries, token -> {
            CallbackRequest request = new CallbackRequest("POST", "/hlr/" + token, Optional.empty(), 0);
            long start = System.nanoTime();
            Admission admission = receiver.admit(request);
            long time = System.nanoTime() - start;
            if (!(admission instanceof Admission.Refused)) {
                throw new IllegalStateException("a bad token was admitted");
            }
            return time;
        });
    }

    private TimingTable overASocket(int tries) throws IOException {
        try (ServerProcess server = ServerProcess.start(Container.TOMCAT, tokens.ring());
                OneConnection connection = new OneConnection(server.address())) {
            return measure(tries, token -> connection.nanosOf(Post.of(MeasuredServlets.RECEIVER, token, "", 404)));
        }
    }

    /** Each try is of a kind that chance chooses, so that no drift of the machine falls on one kind. */
    private TimingTable measure(int tries, ToLongFunction<String> nanos) {
        Random random = new Random(1);
        Samples warmUp = new Samples();
        for (int i = 0; i < tries / 5; i++) {
            warmUp.add(nanos.applyAsLong(kinds.get(random.nextInt(kinds.size())).token(random)));
        }
        List<Samples> samples = kinds.stream().map(kind -> new Samples()).toList();
        for (int i = 0; i < tries; i++) {
            int kind = random.nextInt(kinds.size());
            samples.get(kind).add(nanos.applyAsLong(kinds.get(kind).token(random)));
        }
        return new TimingTable(kinds.stream().map(Kind::name).toList(), samples);
    }

    private record Kind(String name, List<String> tokens) {

        String token(Random random) {
            return tokens.get(random.nextInt(tokens.size()));
        }
    }
}
