package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.RequestQuota;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The books of bulk runs: what was planned, what may have left, what was paid and what was answered.
 *
 * <p><strong>Behaviour.</strong> A batch is claimed before it is sent, and what a call wrote is as safe as the ledger promises
 * when the call returns. The rules of states and money are methods of {@link Attempt}, {@link Intent} and {@link BatchState};
 * a ledger applies them within one transaction each, so that they hold for any number of callers at a time. Nothing leads back
 * to {@link BatchState#PLANNED}.
 *
 * <p><strong>Failures.</strong> {@link LedgerException} where something could not be written or read; then nothing of the call was
 * written, unless the connection broke while it was being committed. {@link InvalidInputException} for a run that does not
 * exist.
 *
 * <p><strong>Threading.</strong> Safe for concurrent calls, also of several processes where the ledger says so. Streams belong
 * to one thread each and must be closed.
 */
public interface Ledger extends AutoCloseable {

    /**
     * Looks a run up.
     *
     * @param run its name
     * @return the run; empty if it was never planned
     */
    Optional<RunRecord> run(RunName run);

    /**
     * Plans a run, whole or not at all: if taking the batches fails, nothing of it stays.
     *
     * @param run a name that has no run yet
     * @param account the account that will pay
     * @param batches the batches; taken until there is none left
     * @param now the time
     * @return the run
     * @throws InvalidInputException if there is a run of that name
     */
    RunRecord plan(RunName run, String account, PlannedBatches batches, Instant now);

    /**
     * Gives up the attempts whose sender has gone: they become {@link Attempt#abandoned()}.
     *
     * <p>A ledger for one process gives up all that another instance of it wrote; one for many, those whose lease is over.
     *
     * @param run the run
     * @param now the time
     * @return how many attempts were given up
     */
    int recover(RunName run, Instant now);

    /**
     * Claims the next batch that was never attempted, if the run can afford it.
     *
     * @param run the run
     * @param intent under which conditions
     * @return the batch, or why there is none
     */
    Claim claim(RunName run, Intent intent);

    /**
     * Claims the batch of an earlier attempt once more, if the run can afford it.
     *
     * @param previous the last attempt of its batch, in a state that {@link BatchState#mayBeAttemptedAgain()}
     * @param intent under which conditions
     * @return the batch; {@link Claim.NothingLeft} if the attempt is not the last one, or in another state by now
     * @throws UnknownAttemptException if there is no such attempt
     */
    Claim claimAgain(Correlation previous, Intent intent);

    /**
     * Writes down how an attempt ended; the first accepted one of a run teaches the run its price.
     *
     * @param attempt the attempt
     * @param settlement how it ended
     * @return the attempt as it is now
     * @throws UnknownAttemptException if there is no such attempt
     */
    Attempt settle(Correlation attempt, Settlement settlement);

    /**
     * Gives up unconfirmed attempts as {@link Attempt#presumedNotAccepted()}.
     *
     * @param run the run
     * @param intendedBefore only those that were written down before
     * @return how many attempts were given up
     */
    int presumeNotAccepted(RunName run, Instant intendedBefore);

    /**
     * Keeps the results of one notification, each number's first one, and that the attempt was heard of.
     *
     * @param attempt the attempt at whose address they arrived
     * @param results the results, in the order received, of numbers of that attempt
     * @param now the time
     * @return what became of them
     * @throws UnknownAttemptException if there is no such attempt
     */
    Taken take(Correlation attempt, List<HlrNotification> results, Instant now);

    /**
     * The numbers of an attempt.
     *
     * @param attempt the attempt
     * @return its numbers; empty if there is no such attempt
     */
    Optional<Set<PhoneNumber>> numbersOf(Correlation attempt);

    /**
     * Where a run stands.
     *
     * @param run the run
     * @return its counts, all of one moment
     */
    RunCounts counts(RunName run);

    /**
     * The last attempts of the batches of a run.
     *
     * @param run the run
     * @param states only those in these states
     * @return the attempts in the order of their batches
     */
    List<Attempt> attempts(RunName run, Set<BatchState> states);

    /**
     * Every number of a run with what is known of it, in the order of the plan.
     *
     * @param run the run
     * @return a lazy stream, to be closed; what changes while it is read may or may not be seen
     */
    Stream<NumberResult> results(RunName run);

    /**
     * The numbers that were answered in any run since a moment.
     *
     * @param since the moment
     * @return a lazy stream in no order, to be closed
     */
    Stream<PhoneNumber> answeredSince(Instant since);

    /**
     * The ring that signs the addresses of this ledger's attempts, drawn when it is first asked for.
     *
     * @return always the same ring
     */
    CallbackKeys keys();

    /**
     * A quota that remembers what was sent, as long as the ledger does and for all who share it.
     *
     * @param rate what the service allows
     * @return a quota; its slots belong to the ledger
     */
    RequestQuota quota(Rate rate);

    /** Releases what the ledger holds; nothing is lost. */
    @Override
    void close();
}
