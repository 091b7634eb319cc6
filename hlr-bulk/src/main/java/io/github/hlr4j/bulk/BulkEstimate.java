package io.github.hlr4j.bulk;

import io.github.hlr4j.Cost;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.quota.Rate;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run would be, found out without sending anything.
 *
 * @param numbers how many distinct numbers would be asked about
 * @param duplicates how many repeat an earlier one, in any spelling
 * @param skipped how many would be left out because they were answered lately
 * @param requests how many requests that makes
 * @param cost what it costs at the price given
 * @param duration how long sending takes at the rate given, at the least
 */
public record BulkEstimate(long numbers, long duplicates, long skipped, long requests, Cost cost, Duration duration) {

    /** Checks that nothing is null. */
    public BulkEstimate {
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(duration, "duration");
    }

    /**
     * Reads a source to its end.
     *
     * @param source the numbers
     * @param answered numbers that are to be left out; closed by the caller
     * @param rate what the service allows
     * @param pricePerNumber what a number costs, in EUR
     * @return the estimate
     */
    public static BulkEstimate of(NumberSource source, Stream<PhoneNumber> answered, Rate rate, Cost pricePerNumber) {
        PhoneNumberSet leftOut = new PhoneNumberSet();
        answered.forEach(phone -> leftOut.add(PhoneNumberSet.digits(phone)));
        try (Stream<PhoneNumber> numbers = source.open()) {
            PlanFacts facts = Planning.factsOf(numbers.iterator(), leftOut);
            long requests = (facts.numbers() + VerificationRequest.MAX_NUMBERS - 1) / VerificationRequest.MAX_NUMBERS;
            MicroEuros price = MicroEuros.of(pricePerNumber);
            return new BulkEstimate(
                    facts.numbers(),
                    facts.duplicates(),
                    facts.skipped(),
                    requests,
                    new MicroEuros(Math.multiplyExact(price.value(), facts.numbers())).toCost(),
                    timeFor(requests, rate));
        }
    }

    /** Requests leave at an even pace, a little slower than the service allows. */
    private static Duration timeFor(long requests, Rate rate) {
        return rate.window()
                .multipliedBy(102)
                .dividedBy(100)
                .dividedBy(rate.requests())
                .multipliedBy(requests);
    }
}
