package io.github.hlr4j.cli.report;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Cost;
import io.github.hlr4j.InvalidInputException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a run when its report is made: everything but the results, which {@link ResultTally} counts.
 *
 * @param name the run's name in its ledger; empty where it has none, and then no command can settle what is open
 * @param madeAt when the report was made; its zone is the one of every time on the page
 * @param host the service's host
 * @param finished whether the run went through all its batches
 * @param ending how it ended or why it stopped, as a sentence for people
 * @param input what was read
 * @param batches batches and their numbers by where they stand; a standing that is not named has none
 * @param money what was charged
 * @param answers what was answered
 * @param open the batches that need somebody, those that matter most first
 */
public record RunFacts(
        Optional<String> name,
        ZonedDateTime madeAt,
        String host,
        boolean finished,
        String ending,
        Input input,
        Map<Standing, Batches> batches,
        Money money,
        Answers answers,
        List<OpenBatch> open) {

    /** Checks that nothing is null, and copies. */
    public RunFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(money, "money");
        Objects.requireNonNull(answers, "answers");
        batches = Map.copyOf(batches);
        open = List.copyOf(open);
    }

    /** The batches of one standing. */
    Batches in(Standing standing) {
        return batches.getOrDefault(standing, Batches.NONE);
    }

    private static void requireCounts(long... counts) {
        for (long count : counts) {
            if (count < 0) {
                throw new InvalidInputException("a report counts from zero, not from " + count);
            }
        }
    }

    /** Where a batch stands when the report is made; one that was on its way then is unconfirmed. */
    public enum Standing {
        /** Never attempted. */
        PLANNED("planned"),
        /** Taken by the service, and paid for. */
        ACCEPTED("accepted"),
        /** Refused by the service; nothing was charged. */
        REJECTED("refused"),
        /** It certainly did not reach the service; nothing was charged. */
        NOT_SENT("not sent"),
        /** It left, and nobody knows whether it was accepted and charged. */
        UNCONFIRMED("unconfirmed"),
        /** It was unconfirmed for so long that it most likely was never accepted. */
        PRESUMED_NOT_ACCEPTED("presumed not accepted");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What was read.
     *
     * @param numbers distinct numbers, which the run is about
     * @param duplicates lines that repeated a number
     * @param rejectedLines lines that held no number
     */
    public record Input(long numbers, long duplicates, long rejectedLines) {

        /**
         * Checks the counts.
         *
         * @throws InvalidInputException if one is negative
         */
        public Input {
            requireCounts(numbers, duplicates, rejectedLines);
        }
    }

    /**
     * How many batches, and how many numbers in all of them.
     *
     * @param batches zero or more
     * @param numbers zero or more
     */
    public record Batches(long batches, long numbers) {

        static final Batches NONE = new Batches(0, 0);

        /**
         * Checks the counts.
         *
         * @throws InvalidInputException if one is negative
         */
        public Batches {
            requireCounts(batches, numbers);
        }

        Batches plus(Batches others) {
            return new Batches(batches + others.batches, numbers + others.numbers);
        }
    }

    /**
     * What the run cost.
     *
     * @param spent what was charged for sure
     * @param atRisk what may have been charged besides: the unconfirmed batches
     * @param cap what the run may cost in all, where that is limited
     */
    public record Money(Cost spent, Cost atRisk, Optional<Cost> cap) {

        /** Checks that nothing is null. */
        public Money {
            Objects.requireNonNull(spent, "spent");
            Objects.requireNonNull(atRisk, "atRisk");
            Objects.requireNonNull(cap, "cap");
        }

        boolean isInDoubt() {
            return atRisk.amount().signum() > 0;
        }
    }

    /**
     * How many numbers have an answer.
     *
     * @param answered numbers with a result
     * @param missing numbers of accepted batches that have none yet
     */
    public record Answers(long answered, long missing) {

        /**
         * Checks the counts.
         *
         * @throws InvalidInputException if one is negative
         */
        public Answers {
            requireCounts(answered, missing);
        }
    }

    /**
     * A batch that somebody has to look at.
     *
     * @param number its number in the run, from 1
     * @param size how many numbers it has
     * @param atRisk what it may have cost; zero where nothing was charged for sure
     * @param since when it came to stand there
     * @param standing where it stands
     * @param reason what happened, for people; what may be a phone number in it is masked on the page
     * @param campaign the service's name for it, where that is known
     */
    public record OpenBatch(
            int number,
            int size,
            Cost atRisk,
            Instant since,
            Standing standing,
            String reason,
            Optional<CampaignId> campaign) {

        /**
         * Checks the parts.
         *
         * @throws InvalidInputException if number or size is negative
         */
        public OpenBatch {
            requireCounts(number, size);
            Objects.requireNonNull(atRisk, "atRisk");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(standing, "standing");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(campaign, "campaign");
        }
    }
}
