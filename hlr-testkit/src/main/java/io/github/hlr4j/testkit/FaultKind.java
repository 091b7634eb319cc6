package io.github.hlr4j.testkit;

/**
 * A way in which an exchange with the service can go wrong: each place where a call can fail, once.
 *
 * <p>{@link #isBilled()} is the truth that the caller cannot see: whether the service had taken the request, and charged for
 * it, when things went wrong. A fault strikes fresh and reused connections alike. Results of a request that was billed are
 * posted at once, whatever becomes of its reply.
 */
public enum FaultKind {
    /**
     * Nobody listens: connections are refused, and one that is open is closed when it is used. Since a refused connection
     * cannot be counted, this lasts until {@link FakeSmsPartner#recover()} or {@link FakeSmsPartner#reset()}, however often
     * it was planned, and is not in the journal.
     */
    REFUSE_CONNECTION(Stage.CONNECTING),

    /** The connection is closed before a byte of the request is read; a fresh one as soon as it is made. */
    CLOSE_BEFORE_READING(Stage.CONNECTED),
    /** The connection is reset before a byte of the request is read; a fresh one as soon as it is made. */
    RESET_BEFORE_READING(Stage.CONNECTED),
    /** The head of the request is read, then the connection is closed. */
    CLOSE_WHILE_READING(Stage.READING),
    /** The head of the request is read, then the connection is reset. */
    RESET_WHILE_READING(Stage.READING),
    /** The head of the request is read, then nothing more, and nothing is answered. */
    STALL_WHILE_READING(Stage.READING),

    /** The whole request is read and billed; then the connection is closed without a reply. */
    CLOSE_AFTER_READING(Stage.REPLYING),
    /** The whole request is read and billed; then the connection is reset without a reply. */
    RESET_AFTER_READING(Stage.REPLYING),
    /** The whole request is read and billed; then nothing is answered, and the connection stays open. */
    STALL_AFTER_READING(Stage.REPLYING),
    /** Billed; the connection is closed within the status line of the reply. */
    CLOSE_IN_STATUS_LINE(Stage.REPLYING),
    /** Billed; the connection is closed within the headers of the reply. */
    CLOSE_IN_HEADERS(Stage.REPLYING),
    /** Billed; the connection is closed within the body, which is shorter than its Content-Length. */
    CLOSE_IN_BODY(Stage.REPLYING),
    /** Billed; the connection is reset within the body. */
    RESET_IN_BODY(Stage.REPLYING),
    /** Billed; interim replies, 102, follow each other without end. */
    FLOOD_WITH_INTERIM_REPLIES(Stage.REPLYING),
    /** Billed; the headers of the reply arrive a byte each 50 milliseconds, without end. */
    DRIP_HEADERS(Stage.REPLYING),
    /** Billed; the body of the reply arrives a byte each 50 milliseconds, for most of an hour. */
    DRIP_BODY(Stage.REPLYING),
    /** Billed; headers follow each other without end. */
    FLOOD_WITH_HEADERS(Stage.REPLYING),
    /** Billed; the body of the reply has no end. */
    ENDLESS_BODY(Stage.REPLYING),
    /** Billed; what is answered is not HTTP. */
    GARBAGE(Stage.REPLYING),
    /** Billed; the Content-Length is shorter than the body, the rest of which is left lying on the connection. */
    LENGTH_TOO_SHORT(Stage.REPLYING),
    /** Billed; the size of a chunk is not a number. */
    BAD_CHUNK(Stage.REPLYING),
    /** Billed; the connection is closed before the chunk that ends the body. */
    MISSING_LAST_CHUNK(Stage.REPLYING),
    /** Billed; the body is compressed by gzip although nobody asked for it. */
    UNASKED_GZIP(Stage.REPLYING),
    /** Billed; a complete reply has half of the body that it should have. */
    HALF_A_BODY(Stage.REPLYING),
    /** Billed; the reply is 200 with a page in HTML. */
    PAGE_WITH_200(Stage.REPLYING),
    /** Billed; the reply is 200 with an empty body. */
    EMPTY_200(Stage.REPLYING),
    /** Billed; the reply is 204, no content. */
    NO_CONTENT(Stage.REPLYING),
    /** Billed; the reply says success, and code 10. */
    CONTRADICTION(Stage.REPLYING),
    /** Billed; the reply says success and names no campaign. */
    NO_CAMPAIGN(Stage.REPLYING),
    /** Billed; the reply names one number more than there were. */
    WRONG_NUMBER(Stage.REPLYING),
    /** Billed; the reply names twice the cost. */
    WRONG_COST(Stage.REPLYING),
    /** Billed; the reply is 500 all the same. */
    INTERNAL_ERROR_AFTER_BILLING(Stage.REPLYING),
    /** Billed; a gateway that has lost patience answers 504. */
    GATEWAY_TIMEOUT(Stage.REPLYING),

    /** 307 to the same address; a client that follows it sends the request, key included, again. */
    REDIRECT_TO_SAME_HOST(Stage.INSTEAD),
    /** 307 to another host of loopback; a client that follows it shows up in {@link Journal#unmatched()}. */
    REDIRECT_TO_OTHER_HOST(Stage.INSTEAD),
    /** 404 with a page in HTML. */
    PAGE_WITH_404(Stage.INSTEAD),
    /** 408, request timeout. */
    REQUEST_TIMEOUT(Stage.INSTEAD),
    /** 421, misdirected request. */
    MISDIRECTED(Stage.INSTEAD),
    /** 425, too early. */
    TOO_EARLY(Stage.INSTEAD),
    /** 429 as documented (D04), although the rate is kept. */
    THROTTLE(Stage.INSTEAD),
    /** 429 with {@code Retry-After: 7}. */
    THROTTLE_FOR_SECONDS(Stage.INSTEAD),
    /** 429 with a date as Retry-After, long past. */
    THROTTLE_UNTIL_A_DATE(Stage.INSTEAD),
    /** 429 with {@code Retry-After: -1}. */
    THROTTLE_FOR_LESS_THAN_NOTHING(Stage.INSTEAD),
    /** 429 with a Retry-After of twenty digits. */
    THROTTLE_FOR_AGES(Stage.INSTEAD),
    /** 429 with {@code Retry-After: soon}. */
    THROTTLE_FOR_NOBODY_KNOWS(Stage.INSTEAD),
    /** 500, not billed: from outside the same as {@link #INTERNAL_ERROR_AFTER_BILLING}. */
    INTERNAL_ERROR(Stage.INSTEAD),
    /** 502, bad gateway. */
    BAD_GATEWAY(Stage.INSTEAD),
    /** 503, service unavailable. */
    SERVICE_UNAVAILABLE(Stage.INSTEAD);

    private final Stage stage;

    FaultKind(Stage stage) {
        this.stage = stage;
    }

    /**
     * Whether a request that meets this fault is billed, if it would have been accepted without it.
     *
     * @return true where the caller pays for a request of which it hears nothing that is right
     */
    public boolean isBilled() {
        return stage == Stage.REPLYING;
    }

    Stage stage() {
        return stage;
    }

    /** Where in an exchange a fault strikes. */
    enum Stage {
        /** No connection is made. */
        CONNECTING,
        /** Nothing is read of the request. */
        CONNECTED,
        /** The request is not read whole. */
        READING,
        /** The request is read, and answered without being looked at. */
        INSTEAD,
        /** The service has done its work, and its reply is spoilt. */
        REPLYING
    }
}
