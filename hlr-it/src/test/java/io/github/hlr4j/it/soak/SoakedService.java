package io.github.hlr4j.it.soak;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.testkit.NotificationScenario;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A service of which a random fault strikes one request in twenty, and that posts a tenth of its results twice. */
final class SoakedService {

    private static final int ONE_IN = 20;
    private static final double REPEATED = 0.1;

    /** Those after which a run rightly stops or pauses, and the one that has to be recovered from. */
    private static final Set<FaultKind> ENDING = EnumSet.of(
            FaultKind.REFUSE_CONNECTION,
            FaultKind.PAGE_WITH_404,
            FaultKind.WRONG_NUMBER,
            FaultKind.WRONG_COST,
            FaultKind.THROTTLE,
            FaultKind.THROTTLE_FOR_SECONDS,
            FaultKind.THROTTLE_UNTIL_A_DATE,
            FaultKind.THROTTLE_FOR_LESS_THAN_NOTHING,
            FaultKind.THROTTLE_FOR_AGES,
            FaultKind.THROTTLE_FOR_NOBODY_KNOWS);

    private static final List<FaultKind> KINDS = List.copyOf(EnumSet.complementOf(EnumSet.copyOf(ENDING)));

    private SoakedService() {}

    static FakeSmsPartner start(Rate rate, long seed) {
        Random random = new Random(seed);
        AtomicReference<FakeSmsPartner> self = new AtomicReference<>();
        FakeSmsPartner fake = FakeSmsPartner.builder()
                .rate(rate)
                .notifying(
                        NotificationScenario.orderly().shuffled(seed).duplicating(NotificationScenario.share(REPEATED)))
                .onSubmission(received -> {
                    if (random.nextInt(ONE_IN) == 0) {
                        self.get().failing(KINDS.get(random.nextInt(KINDS.size())), 1);
                    }
                })
                .start();
        self.set(fake);
        return fake;
    }
}
