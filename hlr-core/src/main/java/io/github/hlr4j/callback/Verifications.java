package io.github.hlr4j.callback;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.HlrEvents;
import io.github.hlr4j.spi.ResultStore;
import io.github.hlr4j.spi.WireFormatProvider;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Questions and their answers in one process: each request gets an address of its own, and what arrives there completes
 * its futures.
 *
 * <p>The requests that wait are kept in memory until every number is answered, or the address has expired and another
 * request is started, since nothing here runs by itself. An application that
 * must survive a restart also gives a {@link Builder#handler}. A result for a request that nobody here waits for, with no
 * handler to take it, is not acknowledged. Safe for concurrent use.
 */
public final class Verifications {

    private final HlrClient client;
    private final CallbackAddresses addresses;
    private final Duration validity;
    private final InstantSource clock;
    private final Optional<NotificationHandler> handler;
    private final CallbackReceiver receiver;
    private final SecureRandom random = new SecureRandom();

    /** Oldest first, so that those that expire are found at the head. */
    private final Map<Correlation, PendingVerification> waiting = Collections.synchronizedMap(new LinkedHashMap<>());

    private Verifications(Builder builder) {
        this.client = builder.client;
        this.validity = builder.validity;
        this.clock = builder.clock;
        this.handler = Optional.ofNullable(builder.handler);
        this.addresses = CallbackAddresses.of(builder.publicUrl(), builder.keys, validity, clock);
        this.receiver = CallbackReceiver.builder(builder.keys, this::handle)
                .afterwards(this::complete)
                .store(builder.store)
                .requests(this::numbersOf)
                .formats(builder.formats.toArray(WireFormatProvider[]::new))
                .classLoader(builder.classLoader)
                .clock(clock)
                .events(builder.events)
                .build();
    }

    /**
     * Starts a set of verifications.
     *
     * @param client sends the requests; not closed here
     * @return a builder
     */
    public static Builder builder(HlrClient client) {
        return new Builder(client);
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
     * Gives the request an address of its own and submits it; blocks like {@link HlrClient#submit(VerificationRequest)}.
     *
     * <p>Results count from the moment the request leaves, also those that arrive before its reply.
     *
     * @param request a request without an address for results
     * @return the request with its outcome and its futures
     * @throws InvalidInputException if the request already has an address
     * @throws ConfigurationException if the request names a reply format that is not present; nothing was sent
     */
    public PendingVerification start(VerificationRequest request) {
        if (request.notifyUrl().isPresent()) {
            throw new InvalidInputException("the request already has an address for its results; here it gets its own");
        }
        Instant now = clock.instant();
        giveUpExpired(now);
        Correlation correlation = Correlation.random(random);
        PendingVerification pending =
                new PendingVerification(request.notifying(addresses.of(correlation)), correlation, now.plus(validity));
        waiting.put(correlation, pending);
        submit(pending);
        return pending;
    }

    private void submit(PendingVerification pending) {
        Submission outcome = null;
        try {
            outcome = client.submit(pending.request());
            pending.submitted(outcome);
        } finally {
            if (outcome == null || pending.isDone()) {
                waiting.remove(pending.correlation());
            }
        }
    }

    private void handle(Correlation correlation, List<HlrNotification> results) {
        if (handler.isEmpty() && !waiting.containsKey(correlation)) {
            throw new HlrException("nobody waits for this result");
        }
        handler.ifPresent(application -> application.handle(correlation, results));
    }

    /** Completes futures outside of the store: what an application hangs on them may take its time, or wait for others. */
    private void complete(Correlation correlation, List<HlrNotification> results) {
        PendingVerification pending = waiting.get(correlation);
        if (pending == null) {
            return;
        }
        results.forEach(pending::complete);
        if (pending.submission() != null && pending.isDone()) {
            waiting.remove(correlation);
        }
    }

    private Optional<Set<PhoneNumber>> numbersOf(Correlation correlation) {
        return Optional.ofNullable(waiting.get(correlation)).map(PendingVerification::numbers);
    }

    private void giveUpExpired(Instant now) {
        List<PendingVerification> expired = new ArrayList<>();
        synchronized (waiting) {
            Iterator<PendingVerification> oldestFirst = waiting.values().iterator();
            while (oldestFirst.hasNext()) {
                PendingVerification oldest = oldestFirst.next();
                if (!oldest.hasExpired(now)) {
                    break;
                }
                oldestFirst.remove();
                expired.add(oldest);
            }
        }
        expired.forEach(pending -> pending.fail(new HlrException("no result arrived before the address expired")));
    }

    /** Settings of verifications; not safe for concurrent use. */
    public static final class Builder {

        private final HlrClient client;
        private URI publicUrl;
        private CallbackKeys keys = CallbackKeys.create();
        private Duration validity = CallbackAddresses.DEFAULT_VALIDITY;
        private InstantSource clock = InstantSource.system();
        private NotificationHandler handler;
        private ResultStore store = new InMemoryResultStore();
        private List<WireFormatProvider> formats = List.of();
        private ClassLoader classLoader = Verifications.class.getClassLoader();
        private HlrEvents events = HlrEvents.logged();

        private Builder(HlrClient client) {
            this.client = Objects.requireNonNull(client, "client");
        }

        /**
         * Sets where the service reaches the receiver; required.
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
         * @param newKeys by default a new ring in memory, with which addresses die with the process
         * @return this builder
         */
        public Builder signedWith(CallbackKeys newKeys) {
            this.keys = Objects.requireNonNull(newKeys, "keys");
            return this;
        }

        /**
         * Sets how long addresses are valid.
         *
         * @param newValidity at least a second; by default 7 days
         * @return this builder
         */
        public Builder validFor(Duration newValidity) {
            this.validity = Objects.requireNonNull(newValidity, "validity");
            return this;
        }

        /**
         * Sets the time.
         *
         * @param newClock by default the system's
         * @return this builder
         */
        public Builder clock(InstantSource newClock) {
            this.clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Sets who else gets the results, before the futures complete: where they are stored, for example.
         *
         * @param newHandler by default nobody
         * @return this builder
         */
        public Builder handler(NotificationHandler newHandler) {
            this.handler = Objects.requireNonNull(newHandler, "handler");
            return this;
        }

        /**
         * Sets what remembers results.
         *
         * @param newStore by default an {@link InMemoryResultStore}
         * @return this builder
         */
        public Builder store(ResultStore newStore) {
            this.store = Objects.requireNonNull(newStore, "store");
            return this;
        }

        /**
         * Sets the wire formats of notifications; none is looked for then.
         *
         * @param providers one for each format
         * @return this builder
         */
        public Builder formats(WireFormatProvider... providers) {
            this.formats = List.of(providers);
            return this;
        }

        /**
         * Sets where wire formats are looked for.
         *
         * @param loader by default the loader of this library
         * @return this builder
         */
        public Builder classLoader(ClassLoader loader) {
            this.classLoader = Objects.requireNonNull(loader, "loader");
            return this;
        }

        /**
         * Sets who hears what happens to notifications.
         *
         * @param newEvents by default {@link HlrEvents#logged()}
         * @return this builder
         */
        public Builder events(HlrEvents newEvents) {
            this.events = Objects.requireNonNull(newEvents, "events");
            return this;
        }

        /**
         * Creates the verifications.
         *
         * @return a new set with nothing waiting
         * @throws ConfigurationException if no public URL was given, or two providers of one wire format are present
         * @throws InvalidInputException if the public URL is unusable, or the validity shorter than a second
         */
        public Verifications build() {
            return new Verifications(this);
        }

        private URI publicUrl() {
            if (publicUrl == null) {
                throw new ConfigurationException("Where does the service reach the receiver? Say it with at(URI).");
            }
            return publicUrl;
        }
    }
}
