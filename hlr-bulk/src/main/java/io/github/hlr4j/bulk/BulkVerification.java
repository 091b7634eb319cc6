package io.github.hlr4j.bulk;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.Cost;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Tag;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import io.github.hlr4j.bulk.spi.UnknownAttemptException;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.HlrEvent;
import io.github.hlr4j.spi.HlrEvents;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A list of any length, verified: planned in batches of 500, sent under the quota and below a cap, answered into a ledger,
 * and resumed after a crash without paying twice.
 *
 * <p>The promise is at most one automatic submission of a batch, with every doubt listed: a batch whose reply was lost
 * stays unconfirmed until an answer proves that it was accepted, or somebody decides.
 *
 * <p>Put {@link #receiver()} behind the public URL, then {@link #start} with the numbers, {@link #await} the end and read
 * the {@link #results()}. After a crash or a {@link #cancel()}, the same ledger and name {@link #resume()}. Safe for
 * concurrent use; one object runs once.
 */
public final class BulkVerification implements AutoCloseable {

    private static final Set<BatchState> DOUBTFUL = Set.of(BatchState.UNCONFIRMED, BatchState.PRESUMED_NOT_ACCEPTED);
    private static final String CANCELLATION = "it was cancelled; the same name resumes it";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Ledger ledger;
    private final BulkSettings settings;
    private final Announcer announcer;
    private final Optional<Duration> skipAnswered;
    private final Duration grace;
    private final Ticker ticker;
    private final CallbackReceiver receiver;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Sender sender;
    private long startedAt;
    private String outdated;
    private boolean cancelled;
    private long answersAwaited;

    private BulkVerification(Builder builder, BulkSettings settings, CallbackKeys keys) {
        this.ledger = builder.ledger;
        this.settings = settings;
        this.announcer = new Announcer(builder.listener);
        this.skipAnswered = Optional.ofNullable(builder.skipAnswered);
        this.grace = builder.grace;
        this.ticker = builder.ticker;
        this.receiver = BulkReceiver.into(ledger, () -> keys, announcer, builder.clock)
                .events(builder.events.and(this::watch))
                .build();
    }

    /**
     * Starts to set up a run.
     *
     * @param client sends the requests; not closed here. Its own quota is not used
     * @param ledger keeps the books; not closed here
     * @return a builder
     */
    public static Builder builder(HlrClient client, Ledger ledger) {
        return new Builder(client, ledger);
    }

    /**
     * What to put behind the public URL; a servlet adapter takes it.
     *
     * @return always the same receiver
     */
    public CallbackReceiver receiver() {
        return receiver;
    }

    /**
     * Plans the run and begins to send, or goes on with it if the ledger has it already.
     *
     * <p>All numbers are read, and the plan is written down, before the first request leaves.
     *
     * @param numbers the numbers
     * @return what was planned
     * @throws InvalidInputException if the source cannot be read, if the ledger has the run with other numbers or of another
     *     account, or if this object was started before; nothing was sent
     */
    public RunRecord start(NumberSource numbers) {
        Optional<RunRecord> known = ledger.run(settings.name());
        try (Stream<PhoneNumber> opened = numbers.open()) {
            if (known.isPresent()) {
                requireSameNumbers(known.get(), Planning.factsOf(opened.iterator(), new PhoneNumberSet()));
            } else {
                Planning planning = new Planning(opened.iterator(), answeredLately());
                ledger.plan(
                        settings.name(),
                        settings.client().account(),
                        planning,
                        settings.clock().instant());
            }
        }
        return resume();
    }

    /**
     * Goes on with a run that the ledger has: sends what never was, and what certainly was not accepted.
     *
     * @return what was planned
     * @throws InvalidInputException if the ledger does not have the run, or has it for another account, or if this object was
     *     started before; nothing was sent
     */
    public RunRecord resume() {
        return send(false);
    }

    /**
     * Goes on with a run, and sends again the batches that nobody is sure of: each of them may be paid for twice.
     *
     * @return what was planned
     * @throws InvalidInputException as {@link #resume()}
     */
    public RunRecord resubmitUnconfirmed() {
        return send(true);
    }

    private RunRecord send(boolean doubtful) {
        RunRecord run = known();
        if (!run.account().equals(settings.client().account())) {
            throw new InvalidInputException("run " + run.name()
                    + " was begun with another API key; use that key, or another name for a run of its own");
        }
        Instant now = settings.clock().instant();
        ledger.recover(run.name(), now);
        ledger.presumeNotAccepted(run.name(), now.minus(grace));
        Sender newSender = new Sender(
                ledger,
                settings,
                new Verdicts(settings.price(), run.price()),
                announcer,
                toAttemptAgain(doubtful),
                ledger.counts(run.name()).batches(BatchState.PLANNED));
        begin(newSender);
        announcer.tell(listener -> listener.planned(progress()));
        newSender.start();
        return run;
    }

    private void begin(Sender newSender) {
        lock.lock();
        try {
            if (sender != null) {
                throw new InvalidInputException("this bulk verification was started before; build another one");
            }
            sender = newSender;
            startedAt = ticker.nanos();
            if (outdated != null) {
                sender.stop(BulkEnd.LEDGER_OUTDATED, outdated);
            } else if (cancelled) {
                sender.stop(BulkEnd.CANCELLED, CANCELLATION);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was certainly not paid for; refusals only where they were the account's, which somebody may have mended. */
    private List<Correlation> toAttemptAgain(boolean doubtful) {
        List<Attempt> attempts = new ArrayList<>(ledger.attempts(settings.name(), Set.of(BatchState.NOT_SENT)));
        ledger.attempts(settings.name(), Set.of(BatchState.REJECTED)).stream()
                .filter(attempt ->
                        attempt.refusal().isPresent() && attempt.refusal().get().concernsAccount())
                .forEach(attempts::add);
        if (doubtful) {
            attempts.addAll(ledger.attempts(settings.name(), DOUBTFUL));
        }
        return attempts.stream().map(Attempt::correlation).toList();
    }

    /**
     * Waits until everything is sent, and then until every number that was asked about is answered.
     *
     * @param longestWait how long to wait for answers once sending has ended
     * @return how the run ended, or where it stands
     * @throws InterruptedException if the thread is interrupted; the run goes on
     * @throws InvalidInputException if the run was not started
     */
    public BulkReport await(Duration longestWait) throws InterruptedException {
        SendingEnd end = awaitEndOfSending();
        long waitedFrom = ticker.nanos();
        RunCounts counts = ledger.counts(settings.name());
        lock.lock();
        try {
            while (counts.missing() > 0 && !cancelled && ticker.nanos() - waitedFrom < longestWait.toNanos()) {
                answersAwaited = counts.missing();
                ticker.await(changed, LOOK_AGAIN.toNanos());
                counts = ledger.counts(settings.name());
            }
        } finally {
            lock.unlock();
        }
        return new BulkReport(known(), counts, end.end(), end.explanation());
    }

    private SendingEnd awaitEndOfSending() throws InterruptedException {
        try {
            return started().ended().get();
        } catch (ExecutionException e) {
            throw new HlrException("sending broke off", e.getCause());
        }
    }

    private Sender started() {
        return sender().orElseThrow(() -> new InvalidInputException("nothing was started to wait for"));
    }

    private Optional<Sender> sender() {
        lock.lock();
        try {
            return Optional.ofNullable(sender);
        } finally {
            lock.unlock();
        }
    }

    /** Sends nothing more, also where it was not started yet, and waits no longer; requests that left get their reply. */
    public void cancel() {
        lock.lock();
        try {
            cancelled = true;
            changed.signalAll();
            if (sender != null) {
                sender.stop(BulkEnd.CANCELLED, CANCELLATION);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where the run stands now.
     *
     * @return batches, numbers, money and speed
     * @throws InvalidInputException if the run was never planned
     */
    public BulkProgress progress() {
        RunRecord run = known();
        RunCounts counts = ledger.counts(run.name());
        double perMinute = requestsPerMinute();
        int left = counts.batches(BatchState.PLANNED);
        Duration timeLeft = left == 0 || perMinute == 0
                ? Duration.ZERO
                : Duration.ofMillis(
                        (long) (left / perMinute * Duration.ofMinutes(1).toMillis()));
        return new BulkProgress(run, counts, perMinute, timeLeft);
    }

    private double requestsPerMinute() {
        lock.lock();
        try {
            if (sender == null) {
                return 0;
            }
            double minutes = (ticker.nanos() - startedAt)
                    / (double) Duration.ofMinutes(1).toNanos();
            return minutes <= 0 ? 0 : sender.settled() / minutes;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Every number with what is known of it, in the order of the plan; while the run goes on and after.
     *
     * @return a lazy stream, to be closed
     */
    public Stream<NumberResult> results() {
        return ledger.results(settings.name());
    }

    /**
     * The batches that nobody is sure of.
     *
     * @return their last attempts: unconfirmed ones, and those given up as most likely never accepted
     */
    public List<Attempt> unconfirmed() {
        return attempts(DOUBTFUL);
    }

    /**
     * Where the batches stand that were attempted.
     *
     * @param states only those in these states
     * @return their last attempts, in the order of the batches
     */
    public List<Attempt> attempts(Set<BatchState> states) {
        return ledger.attempts(settings.name(), states);
    }

    /**
     * Gives up every unconfirmed batch: it counts as not accepted, unless an answer still proves that it was.
     *
     * @return how many were given up
     */
    public int writeOffUnconfirmed() {
        return ledger.presumeNotAccepted(settings.name(), Instant.MAX);
    }

    /** Cancels, and waits for the replies to what has left. */
    @Override
    public void close() {
        cancel();
        sender().ifPresent(running -> running.ended().join());
    }

    private RunRecord known() {
        return ledger.run(settings.name())
                .orElseThrow(() -> new InvalidInputException("the ledger has no run " + settings.name()));
    }

    private PhoneNumberSet answeredLately() {
        PhoneNumberSet answered = new PhoneNumberSet();
        skipAnswered.ifPresent(within -> {
            try (Stream<PhoneNumber> numbers =
                    ledger.answeredSince(settings.clock().instant().minus(within))) {
                numbers.forEach(phone -> answered.add(PhoneNumberSet.digits(phone)));
            }
        });
        return answered;
    }

    private static void requireSameNumbers(RunRecord run, PlanFacts facts) {
        if (!run.facts().digest().equals(facts.digest())) {
            throw new InvalidInputException("run " + run.name() + " was planned from another list, of "
                    + run.facts().numbers() + " numbers; give it the same list, or give this list another name");
        }
    }

    /** Wakes whoever waits with the last answer; what other processes receive is found by looking again. */
    private void watch(HlrEvent event) {
        if (event instanceof HlrEvent.NotificationTaken taken) {
            lock.lock();
            try {
                answersAwaited -= taken.first();
                if (answersAwaited <= 0) {
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        } else if (event instanceof HlrEvent.HandOverFailed failed
                && failed.cause() instanceof UnknownAttemptException) {
            lock.lock();
            try {
                outdated = failed.cause().getMessage();
                if (sender != null) {
                    sender.stop(BulkEnd.LEDGER_OUTDATED, outdated);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Settings of a run; not safe for concurrent use. */
    public static final class Builder {

        private static final Duration DEFAULT_GRACE = Duration.ofDays(1);

        private final HlrClient client;
        private final Ledger ledger;
        private RunName name;
        private URI publicUrl;
        private CallbackKeys keys;
        private Duration validity = CallbackAddresses.DEFAULT_VALIDITY;
        private Tag tag;
        private ReplyFormat format;
        private MicroEuros price = MicroEuros.DOCUMENTED_PRICE;
        private MicroEuros cap;
        private Rate rate = Rate.DOCUMENTED;
        private RequestQuota quota;
        private Duration skipAnswered;
        private Duration grace = DEFAULT_GRACE;
        private BulkListener listener = BulkListener.none();
        private HlrEvents events = HlrEvents.logged();
        private InstantSource clock = InstantSource.system();
        private Ticker ticker = Ticker.system();

        private Builder(HlrClient client, Ledger ledger) {
            this.client = Objects.requireNonNull(client, "client");
            this.ledger = Objects.requireNonNull(ledger, "ledger");
        }

        /**
         * Sets the name of the run in the ledger; required.
         *
         * @param newName see {@link RunName}
         * @return this builder
         * @throws InvalidInputException if it has another shape
         */
        public Builder name(String newName) {
            this.name = RunName.of(newName);
            return this;
        }

        /**
         * Sets where the service reaches the receiver; without it no answers will come.
         *
         * @param url https, or http to a loopback literal, without query and fragment
         * @return this builder
         */
        public Builder at(URI url) {
            this.publicUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Sets the ring that signs and verifies addresses.
         *
         * @param newKeys by default the ring that the ledger keeps
         * @return this builder
         */
        public Builder signedWith(CallbackKeys newKeys) {
            this.keys = Objects.requireNonNull(newKeys, "keys");
            return this;
        }

        /**
         * Sets how long an address is valid.
         *
         * @param newValidity at least a second; by default 7 days
         * @return this builder
         */
        public Builder validity(Duration newValidity) {
            this.validity = Objects.requireNonNull(newValidity, "validity");
            return this;
        }

        /**
         * Sets a label for the account's statistics.
         *
         * @param newTag the label of every request
         * @return this builder
         */
        public Builder tag(Tag newTag) {
            this.tag = Objects.requireNonNull(newTag, "tag");
            return this;
        }

        /**
         * Sets the format of the replies.
         *
         * @param newFormat by default the client's choice
         * @return this builder
         */
        public Builder replyingIn(ReplyFormat newFormat) {
            this.format = Objects.requireNonNull(newFormat, "format");
            return this;
        }

        /**
         * Sets what a number is expected to cost, until the first reply tells.
         *
         * @param perNumber in EUR; by default the documented 0.005 (D06)
         * @return this builder
         * @throws InvalidInputException if it is in another currency or finer than a millionth
         */
        public Builder price(Cost perNumber) {
            this.price = MicroEuros.of(perNumber);
            return this;
        }

        /**
         * Sets what the run may cost in all, over all its resumptions: no batch is sent that could take it above, whatever
         * becomes of those that are unconfirmed or on their way.
         *
         * @param maxCost in EUR; by default there is no cap
         * @return this builder
         * @throws InvalidInputException if it is in another currency or finer than a millionth
         */
        public Builder maxCost(Cost maxCost) {
            this.cap = MicroEuros.of(maxCost);
            return this;
        }

        /**
         * Sets the rate that the service allows, for the quota that the ledger keeps.
         *
         * @param newRate by default 360 requests a minute (D04)
         * @return this builder
         */
        public Builder rate(Rate newRate) {
            this.rate = Objects.requireNonNull(newRate, "rate");
            return this;
        }

        /**
         * Sets a quota in place of the one that the ledger keeps.
         *
         * @param newQuota a quota that everything shares which sends with the same key
         * @return this builder
         */
        public Builder quota(RequestQuota newQuota) {
            this.quota = Objects.requireNonNull(newQuota, "quota");
            return this;
        }

        /**
         * Leaves numbers out that any run of the ledger has an answer for that is not older.
         *
         * @param within how old an answer may be
         * @return this builder
         */
        public Builder skipAnsweredWithin(Duration within) {
            this.skipAnswered = Objects.requireNonNull(within, "within");
            return this;
        }

        /**
         * Sets how long an unconfirmed batch is waited for before it counts as most likely never accepted.
         *
         * @param newGrace by default a day
         * @return this builder
         */
        public Builder grace(Duration newGrace) {
            this.grace = Objects.requireNonNull(newGrace, "grace");
            return this;
        }

        /**
         * Sets who hears how the run goes.
         *
         * @param newListener by default nobody
         * @return this builder
         */
        public Builder listener(BulkListener newListener) {
            this.listener = Objects.requireNonNull(newListener, "listener");
            return this;
        }

        /**
         * Sets who hears what happens at the receiver.
         *
         * @param newEvents by default {@link HlrEvents#logged()}
         * @return this builder
         */
        public Builder events(HlrEvents newEvents) {
            this.events = Objects.requireNonNull(newEvents, "events");
            return this;
        }

        /**
         * Sets the time of expiry, leases and grace.
         *
         * @param newClock by default the system's
         * @return this builder
         */
        public Builder clock(InstantSource newClock) {
            this.clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Sets the time in which speed and waiting are measured.
         *
         * @param newTicker by default the system's
         * @return this builder
         */
        public Builder ticker(Ticker newTicker) {
            this.ticker = Objects.requireNonNull(newTicker, "ticker");
            return this;
        }

        /**
         * Creates the run; nothing is read or sent before it is started.
         *
         * @return a new run
         * @throws InvalidInputException if there is no name, or the public URL is unusable
         */
        public BulkVerification build() {
            if (name == null) {
                throw new InvalidInputException("a run needs a name, under which it is resumed");
            }
            CallbackKeys ring = keys == null ? ledger.keys() : keys;
            BulkSettings settings = new BulkSettings(
                    client,
                    name,
                    Optional.ofNullable(publicUrl).map(url -> CallbackAddresses.of(url, ring, validity, clock)),
                    Optional.ofNullable(tag),
                    Optional.ofNullable(format),
                    price,
                    Optional.ofNullable(cap),
                    rate,
                    Optional.ofNullable(quota),
                    clock);
            return new BulkVerification(this, settings, ring);
        }
    }
}
