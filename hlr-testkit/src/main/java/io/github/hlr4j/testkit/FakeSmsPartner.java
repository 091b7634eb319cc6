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
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A server on this machine that behaves as SMS Partner does towards {@code POST /v1/hlr/notify}, bills in play money and
 * tells what it saw.
 *
 * <p>A request is judged in this order: 429 above the rate; 90 for a body that is not one JSON object, since nothing can
 * be found in it; then 1, 10, 2, 3 and 50 (A11), with HTTP 200 unless set otherwise. The separator is the comma, blanks
 * around it do no harm. Accepted numbers are billed as sent: one that occurs twice is billed twice.
 *
 * <p>Results go to the request's {@code notifyUrl} in the background after the reply, each to an address of this machine
 * only; {@link MagicNumbers} says which result a number has. An answer of the family 5xx or none is tried again, four times
 * in all.
 *
 * <p>Memory is bounded: the latest 10,000 requests and the latest 10,000 results are remembered, a distinct billed number
 * takes at most 36 bytes, and a submission waits while the results of 10,000 others are unfinished.
 *
 * <p>Knows neither JUnit nor AssertJ. Safe for concurrent use.
 */
public final class FakeSmsPartner implements AutoCloseable {

    private final ApiKey key;
    private final Plans plans = new Plans();
    private final Journal journal = new Journal();
    private final ResultWriter results;
    private final NotificationQueue queue;
    private final NotificationSender sender;
    private final SmsPartnerService service;
    private final WireMockShell shell;

    private FakeSmsPartner(Builder builder) {
        this.key = builder.key;
        this.results = new ResultWriter(builder.clock);
        this.queue = new NotificationQueue(builder.ticker);
        this.sender = new NotificationSender(queue, results, builder.style);
        this.service = new SmsPartnerService(
                key, builder.rate, builder.errorStatus, builder.ticker, plans, journal, builder.listener);
        Notifications notifications = new Notifications(queue, builder.notifyingBeforeReply, builder.notifyingAnyHost);
        this.shell = new WireMockShell(builder.host, builder.port, service, notifications::take);
        sender.start();
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
        return shell.baseUrl();
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
     * The requests received, in the order in which they were judged.
     *
     * @return the latest 10,000
     */
    public List<ReceivedSubmission> submissions() {
        return journal.submissions();
    }

    /**
     * How many requests were received.
     *
     * @return all of them, also those that {@link #submissions()} has forgotten
     */
    public long submissionCount() {
        return journal.received();
    }

    /**
     * How many numbers were billed, a number as often as it was.
     *
     * @return the count over all accepted requests
     */
    public long billedNumbers() {
        return journal.billedNumbers();
    }

    /**
     * How often a number was billed.
     *
     * @param number the number
     * @return 0 if never
     */
    public int timesBilled(PhoneNumber number) {
        return journal.timesBilled(number);
    }

    /**
     * The results that were posted and answered, or given up, in the order in which that happened.
     *
     * @return the latest 10,000
     */
    public List<SentNotification> notifications() {
        return queue.ended();
    }

    /**
     * How many results are where.
     *
     * @return the counts since the start, at one moment
     */
    public NotificationCounts notificationCounts() {
        return queue.counts();
    }

    /**
     * Waits until no result is pending: each was acknowledged or given up.
     *
     * @param longestWait how long at the most, in the time of this machine
     * @throws HlrException if some are still pending then, or the thread is interrupted
     */
    public void awaitNotifications(Duration longestWait) {
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
     * Forgets what was received, billed and posted, drops what is planned, chosen or still to be posted, and begins a new
     * window of the rate. Campaign ids go on.
     */
    public void reset() {
        plans.clear();
        results.clear();
        journal.clear();
        queue.clear();
        service.clear();
    }

    /** Stops the server; results that are still pending are not posted. */
    @Override
    public void close() {
        sender.close();
        shell.close();
    }

    /**
     * Where the server is and what it received, for logs.
     *
     * @return one line, without the key
     */
    @Override
    public String toString() {
        return "FakeSmsPartner[" + baseUrl() + ", " + submissionCount() + " submissions, " + billedNumbers()
                + " numbers billed]";
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
        private static final int LAST_CLIENT_ERROR = 499;

        private String host = "127.0.0.1";
        private int port;
        private ApiKey key = ApiKey.of("sandbox-key");
        private Rate rate = Rate.DOCUMENTED;
        private int errorStatus = OK;
        private NotificationStyle style = NotificationStyle.FORM;
        private boolean notifyingBeforeReply;
        private boolean notifyingAnyHost;
        private Ticker ticker = Ticker.system();
        private InstantSource clock = InstantSource.system();
        private Consumer<ReceivedSubmission> listener = submission -> {};

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
         * @param newStatus 200 to 499; by default 200
         * @return this builder
         * @throws InvalidInputException if it is out of range
         */
        public Builder errorStatus(int newStatus) {
            if (newStatus < OK || newStatus > LAST_CLIENT_ERROR) {
                throw new InvalidInputException("the HTTP status of an error reply is 200 to 499, not " + newStatus);
            }
            this.errorStatus = newStatus;
            return this;
        }

        /**
         * Sets how results are written.
         *
         * @param newStyle by default a form
         * @return this builder
         */
        public Builder notifying(NotificationStyle newStyle) {
            this.style = Objects.requireNonNull(newStyle, "style");
            return this;
        }

        /**
         * Holds each reply back until the results of its request are answered, for 10 seconds at the most (A06).
         *
         * @return this builder
         */
        public Builder notifyingBeforeReply() {
            this.notifyingBeforeReply = true;
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
         * Sets the time in which the rate and the pauses between attempts are measured.
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
            this.listener = Objects.requireNonNull(newListener, "listener");
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
