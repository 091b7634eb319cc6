package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A server on this machine that behaves as SMS Partner does towards {@code POST /v1/hlr/notify}, bills in play money and
 * tells what it saw.
 *
 * <p>A request is judged in this order: 429 above the rate; 90 for a body that is not one JSON object, since nothing can
 * be found in it; then 1, 10, 2, 3 and 50 (A11), with HTTP 200 unless set otherwise. The separator is the comma, blanks
 * around it do no harm. Accepted numbers are billed as sent: one that occurs twice is billed twice.
 *
 * <p>Results go to the request's {@code notifyUrl} in the background, as its {@link NotificationScenario} says, to addresses
 * of this machine only unless set otherwise; {@link MagicNumbers} says which result a number has. {@link FaultKind} lists
 * what can go wrong with a request, {@link #journal()} tells what happened.
 *
 * <p>{@code GET /__journal} shows the journal as JSON to tests in other languages, {@code DELETE /__journal} resets the
 * server.
 *
 * <p>Memory is bounded: the latest 10,000 requests and the latest 10,000 results are remembered, a distinct billed number
 * takes at most 36 bytes, and a submission waits while the results of 10,000 others are unfinished.
 *
 * <p>Knows neither JUnit nor AssertJ. Safe for concurrent use.
 */
public final class FakeSmsPartner implements AutoCloseable {

    private final ApiKey key;
    private final NotificationScenario usualScenario;
    private final Plans plans = new Plans();
    private final ArrivalWindow window;
    private final ResultWriter results;
    private final NotificationQueue queue;
    private final Journal journal;
    private final Notifications notifications;
    private final NotificationSender sender;
    private final SmsPartnerHttp http;

    private FakeSmsPartner(Builder builder) {
        this.key = builder.key;
        this.usualScenario = builder.scenario;
        this.window = new ArrivalWindow(builder.rate);
        this.results = new ResultWriter(builder.clock);
        this.queue = new NotificationQueue(builder.ticker, results);
        this.journal = new Journal(queue, window);
        this.notifications = new Notifications(queue, results, usualScenario, builder.notifyingAnyHost);
        this.sender = new NotificationSender(queue);
        this.http = new SmsPartnerHttp(
                new InetSocketAddress(builder.host, builder.port),
                new SmsPartnerService(
                        key,
                        builder.errorStatus,
                        window,
                        builder.ticker,
                        plans,
                        journal,
                        queue::epoch,
                        builder.submissionListener),
                plans,
                journal,
                new JournalPage(journal, this::reset),
                notifications::take,
                builder.unmatchedListener);
        sender.start();
        http.start();
    }

    /**
     * Starts a server on 127.0.0.1, on a free port, with the key {@code sandbox-key} and the documented rate.
     *
     * @return a running server, to be closed
     */
    public static FakeSmsPartner start() {
        return builder().start();
    }

    /**
     * Starts to describe a server.
     *
     * @return a builder with the settings of {@link #start()}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where the server is, in the form that {@code HlrClient.Builder.baseUrl} takes.
     *
     * @return for example {@code http://127.0.0.1:40123/v1}
     */
    public URI baseUrl() {
        return http.baseUrl();
    }

    /**
     * The key that the server accepts.
     *
     * @return the only one
     */
    public ApiKey key() {
        return key;
    }

    /**
     * Sets the result of a number, whatever its digits say.
     *
     * @param number the number
     * @param status its status from now on
     * @return this server
     * @throws InvalidInputException if the status is {@link HlrStatus#UNKNOWN}, which has no code to send
     */
    public FakeSmsPartner answering(PhoneNumber number, HlrStatus status) {
        if (status == HlrStatus.UNKNOWN) {
            throw new InvalidInputException("UNKNOWN is no status of the service, it has no code to send");
        }
        results.choose(number, status);
        return this;
    }

    /**
     * Makes the next exchanges go wrong. Plans are carried out one after the other; requests that are answered 429 do not
     * count.
     *
     * @param kind how
     * @param times how many of them, at least 1
     * @return this server
     * @throws InvalidInputException if {@code times} is less than 1
     */
    public FakeSmsPartner failing(FaultKind kind, int times) {
        plans.fail(Objects.requireNonNull(kind, "kind"), requirePositive(times));
        http.listenAsPlanned();
        return this;
    }

    /**
     * Drops the faults that are still planned, and listens again after {@link FaultKind#REFUSE_CONNECTION}.
     *
     * @return this server
     * @throws ConfigurationException if somebody else listens at its port by now
     */
    public FakeSmsPartner recover() {
        plans.recover();
        http.listenAsPlanned();
        return this;
    }

    /**
     * Sets how results are posted, for requests that are accepted from now on.
     *
     * @param scenario the scenario, until another one is set or the server is reset
     * @return this server
     */
    public FakeSmsPartner notifying(NotificationScenario scenario) {
        notifications.play(Objects.requireNonNull(scenario, "scenario"));
        return this;
    }

    /**
     * Refuses the next requests that would have been accepted. Plans are carried out one after the other.
     *
     * @param code why
     * @param times how many of them, at least 1
     * @return this server
     * @throws InvalidInputException if {@code times} is less than 1 or the code is {@link ApiErrorCode#UNKNOWN}
     */
    public FakeSmsPartner refusing(ApiErrorCode code, int times) {
        if (code == ApiErrorCode.UNKNOWN) {
            throw new InvalidInputException("UNKNOWN is no code of the service, it has no number to send");
        }
        plans.refuse(code, requirePositive(times));
        return this;
    }

    /**
     * What the server has seen and done.
     *
     * @return a view that goes on with the server
     */
    public Journal journal() {
        return journal;
    }

    /**
     * Waits until no result is pending: each was acknowledged, given up or lost.
     *
     * @param longestWait how long at the most, in the time of this machine
     * @throws HlrException if some are still pending then, the thread is interrupted, or a listener or a scenario has thrown
     */
    public void awaitNotifications(Duration longestWait) {
        requireNoFailure();
        try {
            if (!queue.awaitEnd(longestWait)) {
                throw new HlrException("after " + longestWait + " results are still pending: " + queue.counts());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HlrException("interrupted while results were pending: " + queue.counts(), e);
        }
    }

    /**
     * Forgets what was received, billed and posted, drops what is planned, chosen or still to be posted, goes back to the
     * scenario of the builder, and begins a new window of the rate. Campaign ids go on.
     */
    public void reset() {
        plans.clear();
        http.listenAsPlanned();
        results.clear();
        journal.clear();
        queue.clear();
        window.clear();
        notifications.play(usualScenario);
    }

    /**
     * Stops the server; results that are still pending are not posted.
     *
     * @throws HlrException if a listener or a scenario that it was given has thrown
     */
    @Override
    public void close() {
        sender.close();
        http.close();
        requireNoFailure();
    }

    private void requireNoFailure() {
        http.failure().ifPresent(failure -> {
            throw new HlrException(
                    "a listener or a scenario that the fake was given has failed: see the cause", failure);
        });
    }

    /**
     * Where the server is and what it received, for logs.
     *
     * @return one line, without key and phone numbers
     */
    @Override
    public String toString() {
        return "FakeSmsPartner[" + baseUrl() + ", " + journal.submissionCount() + " submissions, "
                + journal.billedNumbers() + " numbers billed]";
    }

    private static int requirePositive(int times) {
        if (times < 1) {
            throw new InvalidInputException("a plan is for at least one request, not for " + times);
        }
        return times;
    }

    /** Settings of a server; not safe for concurrent use. */
    public static final class Builder {

        private static final int MAX_PORT = 65_535;
        private static final int OK = 200;
        private static final int HUNDRED = 100;
        private static final int CLIENT_ERROR = 4;
        private static final Set<Integer> OTHER_MEANINGS = Set.of(408, 421, 425, 429);

        private String host = "127.0.0.1";
        private int port;
        private ApiKey key = ApiKey.of("sandbox-key");
        private Rate rate = Rate.DOCUMENTED;
        private int errorStatus = OK;
        private NotificationScenario scenario = NotificationScenario.orderly();
        private boolean notifyingAnyHost;
        private Ticker ticker = Ticker.system();
        private InstantSource clock = InstantSource.system();
        private Consumer<ReceivedSubmission> submissionListener = submission -> {};
        private Consumer<UnmatchedRequest> unmatchedListener = request -> {};

        private Builder() {}

        /**
         * Sets where to listen.
         *
         * @param newHost a name or literal of this machine; by default {@code 127.0.0.1}
         * @param newPort a port; 0, the default, takes a free one
         * @return this builder
         * @throws InvalidInputException if the port is not 0 to 65535
         */
        public Builder listen(String newHost, int newPort) {
            if (newPort < 0 || newPort > MAX_PORT) {
                throw new InvalidInputException("a port is 0 to 65535, not " + newPort);
            }
            this.host = Objects.requireNonNull(newHost, "host");
            this.port = newPort;
            return this;
        }

        /**
         * Sets the key that is accepted.
         *
         * @param newKey by default {@code sandbox-key}
         * @return this builder
         */
        public Builder key(ApiKey newKey) {
            this.key = Objects.requireNonNull(newKey, "key");
            return this;
        }

        /**
         * Sets above which rate requests are answered 429; requests so answered do not count.
         *
         * @param newRate by default 360 in any 60 seconds (D04)
         * @return this builder
         */
        public Builder rate(Rate newRate) {
            this.rate = Objects.requireNonNull(newRate, "rate");
            return this;
        }

        /**
         * Sets the HTTP status of error replies, which is not documented (A02).
         *
         * @param newStatus 200, or 400 to 499 but those that mean something else: 408, 421, 425 and 429; by default 200
         * @return this builder
         * @throws InvalidInputException if it is out of range
         */
        public Builder errorStatus(int newStatus) {
            if (newStatus != OK && (newStatus / HUNDRED != CLIENT_ERROR || OTHER_MEANINGS.contains(newStatus))) {
                throw new InvalidInputException(
                        "the HTTP status of an error reply is 200, or 400 to 499 but 408, 421, 425 and 429, not "
                                + newStatus);
            }
            this.errorStatus = newStatus;
            return this;
        }

        /**
         * Sets how results are posted.
         *
         * @param newScenario by default {@link NotificationScenario#orderly()}
         * @return this builder
         */
        public Builder notifying(NotificationScenario newScenario) {
            this.scenario = Objects.requireNonNull(newScenario, "scenario");
            return this;
        }

        /**
         * Lets results go to addresses of other machines too.
         *
         * @return this builder
         */
        public Builder notifyingAnyHost() {
            this.notifyingAnyHost = true;
            return this;
        }

        /**
         * Sets the time in which the rate, delays and pauses between attempts are measured.
         *
         * @param newTicker by default the system's
         * @return this builder
         */
        public Builder ticker(Ticker newTicker) {
            this.ticker = Objects.requireNonNull(newTicker, "ticker");
            return this;
        }

        /**
         * Sets the time that results are dated with.
         *
         * @param newClock by default the system's
         * @return this builder
         */
        public Builder clock(InstantSource newClock) {
            this.clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Sets who hears of each request once it is judged, before its reply leaves.
         *
         * @param newListener called by the server's threads, several at a time; by default nobody
         * @return this builder
         */
        public Builder onSubmission(Consumer<ReceivedSubmission> newListener) {
            this.submissionListener = Objects.requireNonNull(newListener, "listener");
            return this;
        }

        /**
         * Sets who hears of each request that the service would not know, before its answer leaves.
         *
         * @param newListener called by the server's threads, several at a time; by default nobody
         * @return this builder
         */
        public Builder onUnmatched(Consumer<UnmatchedRequest> newListener) {
            this.unmatchedListener = Objects.requireNonNull(newListener, "listener");
            return this;
        }

        /**
         * Starts the server.
         *
         * @return a running server, to be closed
         * @throws ConfigurationException if it cannot listen where it was told to
         */
        public FakeSmsPartner start() {
            return new FakeSmsPartner(this);
        }
    }
}
