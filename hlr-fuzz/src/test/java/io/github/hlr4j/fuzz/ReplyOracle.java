package io.github.hlr4j.fuzz;

import io.github.hlr4j.spi.SubmissionReply;

/** Knows a format of replies by other means than the decoder. */
interface ReplyOracle {

    /** The plainest body that says the same. */
    String spelling(SubmissionReply reply);

    /** Whether another parser finds in the body what the decoder found. */
    boolean confirms(SubmissionReply reply, String body);
}
