package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.SentNotification.Kind;
import java.util.Map;

/** What is said of a number, in the fields of D11; written once, so that a repetition carries the same message id. */
record Result(PhoneNumber phone, HlrStatus status, Kind kind, Map<String, String> fields) {

    Result repeated() {
        return new Result(phone, status, Kind.DUPLICATE, fields);
    }
}
