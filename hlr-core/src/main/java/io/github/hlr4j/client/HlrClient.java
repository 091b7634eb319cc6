package io.github.hlr4j.client;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.discovery.Formats;
import io.github.hlr4j.discovery.Transports;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import io.github.hlr4j.spi.SecureUrl;
import io.github.hlr4j.spi.TransportException;
import io.github.hlr4j.spi.WireFormatProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Sends verification requests to the service and says, for each, how sure anybody can be that it was accepted and paid.
 *
 * <p>A request leaves at most once for each call, unless {@link Builder#resends(int)} allows more where that is free of
 * risk. The answers come later, over HTTP, to the address that a request names; {@code Verifications} in
 * {@code io.github.hlr4j.callback} ties the two together.
 *
 * <p>Safe for concurrent use: make one, share it, and close it at the end.
 */
public final class HlrClient implements AutoCloseable {

    private static final int MAX_REPLY_BYTES = 64 * 1024;
    private static final String CONTENT_TYPE = "application/json";

    private final ApiKey key;
    private final URI endpoint;
    private final HttpTransport transport;
    private final boolean ownsTransport;
    private final Formats formats;
    private final RequestQuota quota;
    private final Duration timeout;
    private final Duration longestQuotaWait;
    private final int resends;

    private HlrClient(Builder builder) {
        this.key = builder.key;
        this.endpoint = URI.create(builder.baseUrl + "/hlr/notify");
        this.formats = Formats.of(builder.formats, builder.classLoader);
        this.formats.preferred(); // a missing format shows here and not at the first request
        this.quota = builder.quota == null ? SlotQuota.create() : builder.quota;
        this.timeout = builder.timeout;
        this.longestQuotaWait = builder.longestQuotaWait;
        this.resends = builder.resends;
        this.ownsTransport = builder.transport == null;
        this.transport = builder.chooseTransport();
    }

    /**
     * Starts a client.
     *
     * @param key the key of the account that pays
     * @return a builder with the service's own address, quota and sane times
     */
    public static Builder builder(ApiKey key) {
        return new Builder(key);
    }

    /**
     * Waits for the quota, sends the request and reads the reply.
     *
     * <p>Blocks for at most {@link Builder#longestQuotaWait} plus {@link Builder#timeout}, for each time the request is
     * sent. An interrupt ends the wait, with {@code NotSent} before the request left and {@code Unconfirmed} after; the
     * thread's interrupt flag stays set.
     *
     * @param request what to ask
     * @return how it ended; failures of the network and of the service are outcomes, not exceptions
     * @throws ConfigurationException if the request names a reply format that is not present; nothing was sent
     */
    public Submission submit(VerificationRequest request) {
        Permit permit;
        try {
            permit = acquire();
        } catch (HlrException e) {
            return new Submission.NotSent(e);
        }
        Submission outcome = submit(request, permit);
        for (int left = resends; left > 0 && isWorthResending(outcome); left--) {
            try {
                permit = acquire();
            } catch (HlrException e) {
                return outcome;
            }
            outcome = submit(request, permit);
        }
        return outcome;
    }

    /**
     * Sends the request once, under a permit that the caller already holds, and releases the permit.
     *
     * @param request what to ask
     * @param permit a permit of the quota that guards this client's key
     * @return how it ended
     * @throws ConfigurationException if the request names a reply format that is not present; nothing was sent
     */
    public Submission submit(VerificationRequest request, Permit permit) {
        Usage usage = Usage.NOT_SENT;
        try {
            ReplyFormat format = request.replyFormat().orElseGet(formats::preferred);
            ReplyDecoder decoder = formats.replyDecoder(format);
            HttpPost post = new HttpPost(
                    endpoint,
                    CONTENT_TYPE,
                    "application/" + format.wireName(),
                    RequestBody.write(request, key, format),
                    timeout,
                    MAX_REPLY_BYTES);
            usage = Usage.UNANSWERED;
            Exchange exchange = exchange(post, decoder);
            usage = exchange.usage;
            return exchange.outcome;
        } finally {
            release(permit, usage);
        }
    }

    /**
     * Which account pays for what this client sends.
     *
     * @return {@link ApiKey#fingerprint()} of its key
     */
    public String account() {
        return key.fingerprint();
    }

    /**
     * How long one exchange may take; see {@link Builder#timeout(Duration)}.
     *
     * @return positive
     */
    public Duration timeout() {
        return timeout;
    }

    /** Closes the transport if this client found it itself; one that was given stays open. */
    @Override
    public void close() {
        if (ownsTransport) {
            transport.close();
        }
    }

    /**
     * Address and formats, never the key.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "HlrClient[" + endpoint + ", " + formats.present() + "]";
    }

    private Permit acquire() {
        try {
            return quota.acquire(longestQuotaWait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HlrException("interrupted while waiting for the quota", e);
        } catch (QuotaException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new HlrException("the quota failed with " + e.getClass().getName(), e);
        }
    }

    /** What is known of the request's outcome must not be lost to a quota that breaks its contract. */
    private static void release(Permit permit, Usage usage) {
        try {
            permit.release(usage);
        } catch (RuntimeException e) {
            System.getLogger("io.github.hlr4j")
                    .log(
                            System.Logger.Level.WARNING,
                            "releasing a permit failed with " + e.getClass().getName());
        }
    }

    private static boolean isWorthResending(Submission outcome) {
        return outcome.safeToResubmit() && !Thread.currentThread().isInterrupted();
    }

    private Exchange exchange(HttpPost post, ReplyDecoder decoder) {
        HttpReply reply;
        try {
            reply = Objects.requireNonNull(transport.post(post), "no reply");
        } catch (TransportException e) {
            return e.delivery() == Delivery.NOT_SENT
                    ? new Exchange(new Submission.NotSent(e), Usage.NOT_SENT)
                    : new Exchange(new Submission.Unconfirmed(e), Usage.UNANSWERED);
        } catch (RuntimeException e) {
            HlrException broken = new HlrException(
                    "the transport threw " + e.getClass().getName() + ", which no transport"
                            + " may; the request may have been billed",
                    e);
            return new Exchange(new Submission.Unconfirmed(broken), Usage.UNANSWERED);
        }
        Submission outcome = ReplyClassifier.classify(reply, decoder, key);
        return new Exchange(outcome, outcome instanceof Submission.Throttled ? Usage.THROTTLED : Usage.ANSWERED);
    }

    /** How a request ended, and what that means for its permit. */
    private record Exchange(Submission outcome, Usage usage) {}

    /** Settings of a client; not safe for concurrent use. */
    public static final class Builder {

        private static final URI SERVICE = URI.create("https://api.smspartner.fr/v1");
        private static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);

        private final ApiKey key;
        private URI baseUrl = SERVICE;
        private HttpTransport transport;
        private String transportName;
        private List<WireFormatProvider> formats = List.of();
        private ClassLoader classLoader = HlrClient.class.getClassLoader();
        private RequestQuota quota;
        private Duration timeout = DEFAULT_WAIT;
        private Duration longestQuotaWait = DEFAULT_WAIT;
        private int resends;

        private Builder(ApiKey key) {
            this.key = Objects.requireNonNull(key, "key");
        }

        /**
         * Sets where the service is (D01).
         *
         * @param url https, or http to a loopback literal, without query and fragment; by default
         *     {@code https://api.smspartner.fr/v1}
         * @return this builder
         * @throws InvalidInputException if the key would travel in the clear, or the address is unusable
         */
        public Builder baseUrl(URI url) {
            this.baseUrl = SecureUrl.require(url, "the base URL");
            return this;
        }

        /**
         * Sets the transport.
         *
         * @param newTransport an instance, which the caller closes
         * @return this builder
         */
        public Builder transport(HttpTransport newTransport) {
            this.transport = Objects.requireNonNull(newTransport, "transport");
            return this;
        }

        /**
         * Chooses among the transports that are found, where there are several.
         *
         * @param name the name that its provider gives, for example {@code jdk}
         * @return this builder
         */
        public Builder transport(String name) {
            this.transportName = Objects.requireNonNull(name, "name");
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
         * Sets where adapters are looked for.
         *
         * @param loader by default the loader of this library
         * @return this builder
         */
        public Builder classLoader(ClassLoader loader) {
            this.classLoader = Objects.requireNonNull(loader, "loader");
            return this;
        }

        /**
         * Sets the quota; share one among all clients of a key.
         *
         * @param newQuota by default a new {@link SlotQuota} of 360 requests a minute
         * @return this builder
         */
        public Builder quota(RequestQuota newQuota) {
            this.quota = Objects.requireNonNull(newQuota, "quota");
            return this;
        }

        /**
         * Sets how long one exchange may take, from the first byte of the request to the last byte of the reply.
         *
         * @param newTimeout positive; by default 30 seconds
         * @return this builder
         * @throws InvalidInputException if it is not positive
         */
        public Builder timeout(Duration newTimeout) {
            if (newTimeout.isNegative() || newTimeout.isZero()) {
                throw new InvalidInputException("a timeout is longer than nothing");
            }
            this.timeout = newTimeout;
            return this;
        }

        /**
         * Sets how long a request may wait for the quota before it is given up as not sent. This wait does not eat into
         * {@link #timeout(Duration)}: a request that leaves has its full time to be answered.
         *
         * @param newWait zero or more; by default 30 seconds
         * @return this builder
         * @throws InvalidInputException if it is negative
         */
        public Builder longestQuotaWait(Duration newWait) {
            if (newWait.isNegative()) {
                throw new InvalidInputException("a wait for the quota is not negative");
            }
            this.longestQuotaWait = newWait;
            return this;
        }

        /**
         * Lets the client send a request again by itself, under the quota, where that cannot cost anything: after
         * {@code Throttled} and {@code NotSent}, and never after {@code Unconfirmed}.
         *
         * <p>After {@code Throttled} the built-in quota gives no permit for a whole window. So a request is sent again only
         * where {@link #longestQuotaWait(Duration)} is longer than that, 61 seconds at the documented rate; otherwise
         * {@code Throttled} is the outcome.
         *
         * @param times how often at the most; by default 0
         * @return this builder
         * @throws InvalidInputException if it is negative
         */
        public Builder resends(int times) {
            if (times < 0) {
                throw new InvalidInputException("a count of resends is not negative");
            }
            this.resends = times;
            return this;
        }

        /**
         * Creates the client.
         *
         * @return a new client
         * @throws ConfigurationException if an adapter is missing or ambiguous; the message names the cure
         */
        public HlrClient build() {
            return new HlrClient(this);
        }

        private HttpTransport chooseTransport() {
            if (transport != null) {
                return transport;
            }
            return transportName == null ? Transports.only(classLoader) : Transports.named(transportName, classLoader);
        }
    }
}
