package io.github.hlr4j.callback;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.discovery.Formats;
import io.github.hlr4j.spi.HlrEvent;
import io.github.hlr4j.spi.HlrEvents;
import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.RefusalCause;
import io.github.hlr4j.spi.ResultStore;
import io.github.hlr4j.spi.ResultStore.Verdict;
import io.github.hlr4j.spi.Ticker;
import io.github.hlr4j.spi.WireFormatProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The door that stands open to the internet: checks what arrives at callback addresses and hands results over.
 *
 * <p>It checks, in this order, the method, the token, the announced size, the content type; then, of the body, the size,
 * the syntax and whether each phone belongs to its request; then it hands over, and only then acknowledges. Every token
 * that does not hold gets the same answer in the same time, before a byte of the body is read.
 *
 * <p>Knows no servlet: an adapter calls {@link #admit} and, where admitted, {@code receive}. Safe for concurrent use.
 */
public final class CallbackReceiver {

    private static final int MAX_VALUE_BYTES = 2048;

    private final Supplier<CallbackKeys> keys;
    private final NotificationHandler handler;
    private final NotificationHandler afterwards;
    private final ResultStore store;
    private final Function<Correlation, Optional<Set<PhoneNumber>>> requests;
    private final Formats formats;
    private final InstantSource clock;
    private final Ticker ticker;
    private final HlrEvents events;
    private final NotificationDecoder formDecoder = new FormNotificationDecoder();

    private CallbackReceiver(Builder builder) {
        this.keys = builder.keys;
        this.handler = builder.handler;
        this.afterwards = builder.afterwards;
        this.store = builder.store;
        this.requests = builder.requests;
        this.formats = Formats.of(builder.formats, builder.classLoader);
        this.clock = builder.clock;
        this.ticker = builder.ticker;
        this.events = builder.events;
    }

    /**
     * Starts a receiver.
     *
     * @param keys the ring that verifies addresses
     * @param handler who gets the results
     * @return a builder
     */
    public static Builder builder(CallbackKeys keys, NotificationHandler handler) {
        Objects.requireNonNull(keys, "keys");
        return new Builder(() -> keys, handler);
    }

    /**
     * Starts a receiver whose keys may change while it runs.
     *
     * @param keys gives the ring that verifies an address, asked for each; for example a {@link CallbackKeysFile}
     * @param handler who gets the results
     * @return a builder
     */
    public static Builder builder(Supplier<CallbackKeys> keys, NotificationHandler handler) {
        return new Builder(keys, handler);
    }

    /**
     * Decides whether the body of a request is worth reading.
     *
     * @param request what is known of the request
     * @return the refusal, or how to go on; never throws
     */
    public Admission admit(CallbackRequest request) {
        if (!request.method().equals("POST")) {
            return refuse(
                    RefusalCause.METHOD,
                    CallbackResponse.METHOD_NOT_ALLOWED,
                    "only POST is received",
                    Optional.empty());
        }
        String path = request.path();
        Optional<Correlation> correlation =
                keys.get().verify(path.substring(path.lastIndexOf('/') + 1), clock.instant());
        if (correlation.isEmpty()) {
            return refuse(RefusalCause.TOKEN, CallbackResponse.NOT_FOUND, "no valid token", correlation);
        }
        if (request.contentLength() > BodyForm.MAX_BYTES) {
            return refuse(
                    RefusalCause.SIZE, CallbackResponse.TOO_LARGE, "the announced body is too large", correlation);
        }
        if (!BodyForm.mayBeReadAs(request.contentType())) {
            return refuse(
                    RefusalCause.TYPE,
                    CallbackResponse.UNSUPPORTED_TYPE,
                    "the content type is not read here",
                    correlation);
        }
        return new Admitted(correlation.get());
    }

    private Admission.Refused refuse(
            RefusalCause cause, CallbackResponse response, String reason, Optional<Correlation> correlation) {
        tell(new HlrEvent.NotificationRefused(cause, response.status(), reason, correlation));
        return new Admission.Refused(response);
    }

    private CallbackResponse receive(Correlation correlation, byte[] body) {
        long start = ticker.nanos();
        BodyForm form = BodyForm.of(body);
        if (!form.holds(body)) {
            return refuse(correlation, RefusalCause.SIZE, CallbackResponse.TOO_LARGE, "the body is too large");
        }
        Optional<NotificationDecoder> decoder = decoderOf(form);
        if (decoder.isEmpty()) {
            String reason = "no module for " + form + " is present";
            return refuse(correlation, RefusalCause.TYPE, CallbackResponse.UNSUPPORTED_TYPE, reason);
        }
        List<HlrNotification> results;
        try {
            results = read(decoder.get(), correlation, body);
        } catch (ForeignPhoneException e) {
            return refuse(correlation, RefusalCause.PHONE, CallbackResponse.MALFORMED, e.getMessage());
        } catch (MalformedBodyException | InvalidInputException e) {
            return refuse(correlation, RefusalCause.SYNTAX, CallbackResponse.MALFORMED, e.getMessage());
        } catch (RuntimeException e) {
            String reason = "reading failed with " + e.getClass().getName();
            return refuse(correlation, RefusalCause.BREAKDOWN, CallbackResponse.UNAVAILABLE, reason);
        }
        return handOver(correlation, results, start);
    }

    private CallbackResponse refuse(
            Correlation correlation, RefusalCause cause, CallbackResponse response, String reason) {
        return refuse(cause, response, reason, Optional.of(correlation)).response();
    }

    private Optional<NotificationDecoder> decoderOf(BodyForm form) {
        return switch (form) {
            case FORM -> Optional.of(formDecoder);
            case JSON -> formats.notificationDecoder(ReplyFormat.JSON);
            case XML -> formats.notificationDecoder(ReplyFormat.XML);
        };
    }

    private List<HlrNotification> read(NotificationDecoder decoder, Correlation correlation, byte[] body) {
        List<Map<String, String>> fields = decoder.decode(body);
        fields.forEach(CallbackReceiver::requireShortValues);
        List<HlrNotification> results =
                fields.stream().map(HlrNotification::fromFields).toList();
        requests.apply(correlation).ifPresent(numbers -> requireAskedFor(numbers, results));
        return results;
    }

    private static void requireShortValues(Map<String, String> fields) {
        for (String value : fields.values()) {
            if (value.length() > MAX_VALUE_BYTES || value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE_BYTES) {
                throw new MalformedBodyException("a value of more than 2 KiB");
            }
        }
    }

    private static void requireAskedFor(Set<PhoneNumber> numbers, List<HlrNotification> results) {
        for (HlrNotification result : results) {
            if (!numbers.contains(result.phone())) {
                throw new ForeignPhoneException("the phone " + result.phone() + " was not asked about in this request");
            }
        }
    }

    private CallbackResponse handOver(Correlation correlation, List<HlrNotification> results, long start) {
        List<Verdict> verdicts;
        try {
            verdicts = store.take(correlation, results, first -> handler.handle(correlation, first));
        } catch (ForeignPhoneException e) {
            return refuse(correlation, RefusalCause.PHONE, CallbackResponse.MALFORMED, e.getMessage());
        } catch (RuntimeException e) {
            tell(new HlrEvent.HandOverFailed(correlation, e));
            return CallbackResponse.UNAVAILABLE;
        }
        report(correlation, Judged.of(results, verdicts), start);
        return CallbackResponse.TAKEN;
    }

    private void report(Correlation correlation, Judged judged, long start) {
        afterwards.handle(correlation, judged.first());
        judged.conflicts().forEach(dropped -> tell(new HlrEvent.ResultConflict(correlation, dropped)));
        tell(new HlrEvent.NotificationTaken(
                correlation,
                judged.first().size(),
                judged.duplicates(),
                judged.conflicts().size(),
                Duration.ofNanos(ticker.nanos() - start)));
    }

    /** The results of one notification, sorted by what they are to those that came before them. */
    private record Judged(List<HlrNotification> first, List<HlrNotification> conflicts, int duplicates) {

        static Judged of(List<HlrNotification> results, List<Verdict> verdicts) {
            List<HlrNotification> first = new ArrayList<>();
            List<HlrNotification> conflicts = new ArrayList<>();
            int duplicates = 0;
            for (int i = 0; i < results.size(); i++) {
                switch (verdicts.get(i)) {
                    case FIRST -> first.add(results.get(i));
                    case CONFLICT -> conflicts.add(results.get(i));
                    case DUPLICATE -> duplicates++;
                }
            }
            return new Judged(List.copyOf(first), List.copyOf(conflicts), duplicates);
        }
    }

    private void tell(HlrEvent event) {
        try {
            events.on(event);
        } catch (RuntimeException e) {
            // A listener that breaks its contract must not cost a result.
        }
    }

    private final class Admitted implements Admission.Admitted {

        private final Correlation correlation;

        Admitted(Correlation correlation) {
            this.correlation = correlation;
        }

        @Override
        public int maxBytes() {
            return BodyForm.MAX_BYTES;
        }

        @Override
        public CallbackResponse receive(byte[] body) {
            return CallbackReceiver.this.receive(correlation, body);
        }

        @Override
        public CallbackResponse lost(CallbackResponse answer) {
            return refuse(correlation, RefusalCause.DELIVERY, answer, "the body did not arrive whole and in time");
        }
    }

    /** Settings of a receiver; not safe for concurrent use. */
    public static final class Builder {

        private final Supplier<CallbackKeys> keys;
        private final NotificationHandler handler;
        private NotificationHandler afterwards = (correlation, first) -> {};
        private ResultStore store = new InMemoryResultStore();
        private Function<Correlation, Optional<Set<PhoneNumber>>> requests = correlation -> Optional.empty();
        private List<WireFormatProvider> formats = List.of();
        private ClassLoader classLoader = CallbackReceiver.class.getClassLoader();
        private InstantSource clock = InstantSource.system();
        private Ticker ticker = Ticker.system();
        private HlrEvents events = HlrEvents.logged();

        private Builder(Supplier<CallbackKeys> keys, NotificationHandler handler) {
            this.keys = Objects.requireNonNull(keys, "keys");
            this.handler = Objects.requireNonNull(handler, "handler");
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
         * Sets how the numbers of a request are known, so that results for other numbers are refused.
         *
         * @param newRequests gives the numbers of a request, empty where it is not known here; by default none is known
         * @return this builder
         */
        public Builder requests(Function<Correlation, Optional<Set<PhoneNumber>>> newRequests) {
            this.requests = Objects.requireNonNull(newRequests, "requests");
            return this;
        }

        /**
         * Sets the wire formats; none is looked for then.
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
         * Sets the time that decides whether an address has expired.
         *
         * @param newClock by default the system's
         * @return this builder
         */
        public Builder clock(InstantSource newClock) {
            this.clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Sets the time in which it is measured how long a notification takes.
         *
         * @param newTicker by default the system's
         * @return this builder
         */
        public Builder ticker(Ticker newTicker) {
            this.ticker = Objects.requireNonNull(newTicker, "ticker");
            return this;
        }

        /**
         * Sets who hears what happens.
         *
         * @param newEvents by default {@link HlrEvents#logged()}
         * @return this builder
         */
        public Builder events(HlrEvents newEvents) {
            this.events = Objects.requireNonNull(newEvents, "events");
            return this;
        }

        /** Sets who is told of the first results when the store is done with them, and holds no lock any more. */
        Builder afterwards(NotificationHandler newAfterwards) {
            this.afterwards = newAfterwards;
            return this;
        }

        /**
         * Creates the receiver.
         *
         * @return a new receiver
         * @throws ConfigurationException if two providers of one wire format are present
         */
        public CallbackReceiver build() {
            return new CallbackReceiver(this);
        }
    }
}
