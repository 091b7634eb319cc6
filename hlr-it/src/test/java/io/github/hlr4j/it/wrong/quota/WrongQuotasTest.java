package io.github.hlr4j.it.wrong.quota;

import static io.github.hlr4j.it.wrong.Sin.caughtBy;

import io.github.hlr4j.it.wrong.ContractBites;
import io.github.hlr4j.it.wrong.Sin;
import io.github.hlr4j.it.wrong.Sin.Catch;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Which tests of the contract of quotas catch which wrong quota. */
class WrongQuotasTest extends ContractBites {

    /** A permit was given where none may be. */
    private static final String NO_EXCEPTION = "Expecting code to raise a throwable";

    private static final String NO_WAIT = "[a caller who has to wait]";

    static Stream<Sin> sins() {
        return Stream.of(
                sin("none, it is right", SpoiltQuota::new),
                sin(
                        "never waits",
                        NeverWaits::new,
                        caughtBy("documented_D04_requestsAnsweredAtOnceNeverExceedTheRateInAnyWindow")
                                .because("to the start of request"),
                        caughtBy("documented_D04_requestsThatComeInBurstsNeverExceedTheRateInAnyWindow")
                                .because("to the start of request"),
                        caughtBy("documented_D04_aSlotIsReusedAWindowAfterItsAnswerHoweverLateThatComes")
                                .because("to the start of request"),
                        caughtBy("documented_D04_aSlotIsReusedAWindowAfterItsRequestWasGivenUp")
                                .because("to the start of request"),
                        caughtBy("documented_D04_ofCallersAtTheSameMomentOneGetsTheOnlySlot")
                                .because("Expected size: 1 but was: 8"),
                        caughtBy("documented_D04_a429HoldsEverySlotForAWindow").because(NO_EXCEPTION),
                        caughtBy("aPermitThatIsNotFreeNowIsRefusedToACallerWhoDoesNotWait")
                                .because(NO_EXCEPTION),
                        caughtBy("aWaitThatIsKnownToBeTooLongIsRefusedAtOnce").because(NO_EXCEPTION),
                        caughtBy("aWaitThatTurnsOutToBeTooLongEndsWhenItsTimeIsOver")
                                .because(NO_WAIT),
                        caughtBy("atMostEightRequestsAreInFlightAndAnAnswerMakesRoom")
                                .because(NO_EXCEPTION),
                        caughtBy("aRequestThatWasAnsweredKeepsItsSlot").because(NO_EXCEPTION),
                        caughtBy("aPermitIsReleasedOnceAndFurtherReleasesAreIgnored")
                                .because(NO_EXCEPTION),
                        caughtBy("callersGetTheirPermitsInTheOrderInWhichTheyCame")
                                .because(NO_WAIT),
                        caughtBy("anInterruptedCallerHoldsNoPermitAndDelaysNobody")
                                .because(NO_WAIT),
                        caughtBy("aCallerWhoseThreadIsInterruptedAlreadyGetsNoPermit")
                                .because(NO_EXCEPTION)),
                sin(
                                "counts anew in each minute",
                                CountsInFixedWindows::new,
                                caughtBy("documented_D04_requestsThatComeInBurstsNeverExceedTheRateInAnyWindow")
                                        .because("to the start of request"),
                                caughtBy("documented_D04_aSlotIsReusedAWindowAfterItsAnswerHoweverLateThatComes")
                                        .because("to the start of request"),
                                caughtBy("documented_D04_aSlotIsReusedAWindowAfterItsRequestWasGivenUp")
                                        .because("to the start of request"),
                                caughtBy("documented_D04_a429HoldsEverySlotForAWindow")
                                        .because(NO_EXCEPTION),
                                caughtBy("aWaitThatTurnsOutToBeTooLongEndsWhenItsTimeIsOver")
                                        .because(NO_WAIT),
                                caughtBy("atMostEightRequestsAreInFlightAndAnAnswerMakesRoom")
                                        .because(NO_EXCEPTION),
                                caughtBy("aRequestThatWasNotSentGivesItsSlotBackAtOnce")
                                        .because("too late"),
                                caughtBy("aPermitMayBeReleasedByAnotherThread").because("too late"),
                                caughtBy("aPermitIsReleasedOnceAndFurtherReleasesAreIgnored")
                                        .because("too late"))
                        .caughtByLuckBy("callersGetTheirPermitsInTheOrderInWhichTheyCame"),
                sin(
                        "keeps requests apart and forgets their slots",
                        ForgetsSlots::new,
                        caughtBy("documented_D04_aSlotIsReusedAWindowAfterItsAnswerHoweverLateThatComes")
                                .because("to the start of request"),
                        caughtBy("documented_D04_aSlotIsReusedAWindowAfterItsRequestWasGivenUp")
                                .because("to the start of request"),
                        caughtBy("aRequestThatWasAnsweredKeepsItsSlot").because(NO_EXCEPTION),
                        caughtBy("aWaitThatIsKnownToBeTooLongIsRefusedAtOnce").because(NO_EXCEPTION)),
                sin(
                        "holds a slot from the request on instead of the answer",
                        CountsFromTheRequest::new,
                        caughtBy("documented_D04_aSlotIsReusedAWindowAfterItsAnswerHoweverLateThatComes")
                                .because("to the start of request"),
                        caughtBy("aRequestThatWasAnsweredKeepsItsSlot").because(NO_EXCEPTION),
                        caughtBy("aWaitThatIsKnownToBeTooLongIsRefusedAtOnce").because(NO_EXCEPTION)),
                sin(
                        "forgets the slot of a request without an answer",
                        ForgetsTheUnanswered::new,
                        caughtBy("documented_D04_aSlotIsReusedAWindowAfterItsRequestWasGivenUp")
                                .because("to the start of request")),
                sin(
                        "keeps the slot of a request that was not sent",
                        CountsTheUnsent::new,
                        caughtBy("aRequestThatWasNotSentGivesItsSlotBackAtOnce").because("in 61000 ms"),
                        caughtBy("aPermitMayBeReleasedByAnotherThread").because("in 61000 ms"),
                        caughtBy("aPermitIsReleasedOnceAndFurtherReleasesAreIgnored")
                                .because("in 61000 ms")),
                sin(
                        "does not pause after a 429",
                        IgnoresA429::new,
                        caughtBy("documented_D04_a429HoldsEverySlotForAWindow").because(NO_EXCEPTION)),
                sin(
                        "has nine in flight",
                        (rate, ticker) -> SlotQuota.builder()
                                .rate(rate)
                                .ticker(ticker)
                                .maxInFlight(9)
                                .build(),
                        caughtBy("atMostEightRequestsAreInFlightAndAnAnswerMakesRoom")
                                .because(NO_EXCEPTION),
                        caughtBy("aWaitThatTurnsOutToBeTooLongEndsWhenItsTimeIsOver")
                                .because(NO_WAIT)),
                sin(
                        "releases another permit when one is released twice",
                        ReleasesWhicheverPermit::new,
                        caughtBy("aPermitIsReleasedOnceAndFurtherReleasesAreIgnored")
                                .because(NO_EXCEPTION)),
                sin(
                        "lets no other thread release a permit",
                        BelongsToItsThread::new,
                        caughtBy("aPermitMayBeReleasedByAnotherThread").because("not the owner"),
                        caughtBy("callersGetTheirPermitsInTheOrderInWhichTheyCame")
                                .because("not the owner")),
                sin(
                        "is another quota for each thread that comes first",
                        IsMadeByEachThread::new,
                        caughtBy("documented_D04_ofCallersAtTheSameMomentOneGetsTheOnlySlot")
                                .because("Expected size: 1")),
                sin(
                        "serves the latest first, and finds out late that it is too late",
                        ServesTheLatestFirst::new,
                        caughtBy("callersGetTheirPermitsInTheOrderInWhichTheyCame")
                                .because("those who came later"),
                        caughtBy("aWaitThatIsKnownToBeTooLongIsRefusedAtOnce").because("expected: 48000000000L")),
                sin(
                        "waits beyond the deadline of its caller",
                        IgnoresTheDeadline::new,
                        caughtBy("aWaitThatIsKnownToBeTooLongIsRefusedAtOnce").because(NO_EXCEPTION),
                        caughtBy("aWaitThatTurnsOutToBeTooLongEndsWhenItsTimeIsOver")
                                .because("TimeoutException"),
                        caughtBy("aRequestThatWasAnsweredKeepsItsSlot").because(NO_EXCEPTION),
                        caughtBy("documented_D04_a429HoldsEverySlotForAWindow").because(NO_EXCEPTION),
                        caughtBy("documented_D04_ofCallersAtTheSameMomentOneGetsTheOnlySlot")
                                .because("to be completed within")),
                sin(
                        "goes on waiting after an interrupt",
                        SwallowsInterrupts::new,
                        caughtBy("anInterruptedCallerHoldsNoPermitAndDelaysNobody")
                                .because("TimeoutException"),
                        caughtBy("aCallerWhoseThreadIsInterruptedAlreadyGetsNoPermit")
                                .because("an instance of: java.lang.InterruptedException")),
                sin(
                        "takes the permit of a caller who was interrupted",
                        TakesThePermitOfTheInterrupted::new,
                        caughtBy("anInterruptedCallerHoldsNoPermitAndDelaysNobody")
                                .because("to be completed within")));
    }

    private static Sin sin(String name, BiFunction<Rate, Ticker, RequestQuota> quotas, Catch... catches) {
        return Sin.of(name, () -> new QuotaSuite(quotas), catches);
    }
}
