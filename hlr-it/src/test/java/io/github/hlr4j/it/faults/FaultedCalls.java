package io.github.hlr4j.it.faults;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Calls, one after the other, to a service of which a random fault strikes each; fresh and used connections alternate at random. */
final class FaultedCalls implements AutoCloseable {

    private static final List<ReplyFormat> FORMATS = List.of(ReplyFormat.values());
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int CALLS_OF_A_TRANSPORT = 5;
    private static final int FIXTURE_NUMBERS = 10_000;
    private static final int MOST_NUMBERS = 20;

    private final Random random;
    private final List<FaultKind> kinds;
    private FakeSmsPartner fake = FakeSmsPartner.start();
    private HttpTransport transport = JdkHttpTransport.create();
    private boolean used;

    FaultedCalls(Random random, List<FaultKind> kinds) {
        this.random = random;
        this.kinds = kinds;
    }

    /** A call that ended: what it learnt, how long after its deadline, and what is wrong about that, if anything. */
    record Call(FaultKind kind, Submission outcome, Duration late, Optional<String> complaint) {}

    Call next() {
        if (random.nextInt(CALLS_OF_A_TRANSPORT) == 0) {
            transport.close();
            transport = JdkHttpTransport.create();
            used = false;
        }
        FaultKind kind = oneOf(kinds);
        fake.failing(kind, 1);
        List<PhoneNumber> numbers = numbers();
        VerificationRequest request = VerificationRequest.of(numbers).replyingIn(oneOf(FORMATS));
        Duration patience = FaultTable.isEndedByTheDeadlineAlone(kind) ? SHORT : LONG;

        long start = System.nanoTime();
        Submission outcome = submit(request, patience);
        Duration late = Duration.ofNanos(System.nanoTime() - start).minus(patience);

        Optional<String> complaint = complaint(numbers.get(0), kind, outcome);
        used = true;
        goOn(kind);
        return new Call(kind, outcome, late, complaint);
    }

    /** A request that was given up before it was read must not meet the fault of the next call. */
    private void goOn(FaultKind kind) {
        if (FaultTable.hasStruck(kind, fake)) {
            fake.reset();
        } else {
            fake.close();
            fake = FakeSmsPartner.start();
            used = false;
        }
    }

    private <T> T oneOf(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private List<PhoneNumber> numbers() {
        int first = random.nextInt(FIXTURE_NUMBERS - MOST_NUMBERS);
        return IntStream.rangeClosed(first, first + random.nextInt(MOST_NUMBERS))
                .mapToObj(number -> new PhoneNumber(String.format(Locale.ROOT, "+3363998%04d", number)))
                .toList();
    }

    private Submission submit(VerificationRequest request, Duration patience) {
        try (HlrClient hlr = HlrClient.builder(fake.key())
                .baseUrl(fake.baseUrl())
                .transport(transport)
                .timeout(patience)
                .build()) {
            return hlr.submit(request);
        }
    }

    private Optional<String> complaint(PhoneNumber number, FaultKind kind, Submission outcome) {
        return FaultTable.lieAbout(number, kind, outcome, fake)
                .or(() -> isExpected(kind, outcome) ? Optional.empty() : Optional.of("not the right outcome"));
    }

    private boolean isExpected(FaultKind kind, Submission outcome) {
        return FaultTable.outcomes(kind, used).stream().anyMatch(type -> type.isInstance(outcome))
                || (outcome.safeToResubmit() && !FaultTable.hasStruck(kind, fake));
    }

    @Override
    public void close() {
        transport.close();
        fake.close();
    }
}
