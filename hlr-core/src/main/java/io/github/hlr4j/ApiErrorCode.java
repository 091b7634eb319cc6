package io.github.hlr4j;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reasons for which the service refuses a request, from its own page (D10) and from wider ones (W01). */
public enum ApiErrorCode {
    /** 1: no API key was sent. */
    API_KEY_REQUIRED(1, true),
    /** 2: no phone number was sent. */
    PHONE_NUMBER_REQUIRED(2, false),
    /** 3: the numbers are not separated by commas. */
    NUMBERS_NOT_SEPARATED(3, false),
    /** 10: the API key is wrong. */
    INVALID_API_KEY(10, true),
    /** 11: the account's credit does not suffice. */
    INSUFFICIENT_CREDIT(11, true),
    /** 13: there is no price for the destination. */
    NO_PRICE(13, false),
    /** 14: the number is on the STOP list. */
    NUMBER_ON_STOP_LIST(14, false),
    /** 19: the numbers must be separated by a comma. */
    COMMA_REQUIRED(19, false),
    /** 20: the account is disabled. */
    ACCOUNT_DISABLED(20, true),
    /** 30: the account is blocked. */
    ACCOUNT_BLOCKED(30, true),
    /** 40: the account may not use the API. */
    ACCESS_DENIED(40, true),
    /** 50: more than 500 numbers were sent. */
    TOO_MANY_NUMBERS(50, false),
    /** 55: there is no number to send to. */
    NO_NUMBER(55, false),
    /** 90: the body is not JSON that the service can read. */
    MALFORMED_JSON(90, true),
    /** 96: the caller's IP address is not authorised. */
    IP_NOT_AUTHORISED(96, true),
    /** A code that no page names, or none at all; {@link ApiError#code()} keeps the number. */
    UNKNOWN(-1, false);

    private static final Map<Integer, ApiErrorCode> BY_NUMBER = Arrays.stream(values())
            .filter(code -> code != UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(code -> code.number, Function.identity()));

    private final int number;
    private final boolean concernsAccount;

    ApiErrorCode(int number, boolean concernsAccount) {
        this.number = number;
        this.concernsAccount = concernsAccount;
    }

    /**
     * The reason of a number.
     *
     * @param number the {@code code} of an error reply
     * @return the reason; {@link #UNKNOWN} for a number that no page names
     */
    public static ApiErrorCode of(int number) {
        return BY_NUMBER.getOrDefault(number, UNKNOWN);
    }

    /**
     * The number of this reason on the wire.
     *
     * @return the number; empty for {@link #UNKNOWN}
     */
    public OptionalInt number() {
        return this == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /**
     * Whether the account or the way of calling is refused rather than this one request, so that every further request
     * would meet the same refusal until somebody acts.
     *
     * @return true for 1, 10, 11, 20, 30, 40, 90 and 96
     */
    public boolean concernsAccount() {
        return concernsAccount;
    }
}
