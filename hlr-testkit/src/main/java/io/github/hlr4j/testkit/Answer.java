package io.github.hlr4j.testkit;

import io.github.hlr4j.ReplyFormat;
import java.util.Optional;

/**
 * What the service makes of a request.
 *
 * @param status the HTTP status
 * @param reply what it says; empty where it says nothing
 * @param fault what goes wrong with the exchange, if anything does
 * @param campaign what the request became, if it was accepted
 */
record Answer(
        int status, ReplyFormat format, Optional<Reply> reply, Optional<FaultKind> fault, Optional<Campaign> campaign) {

    static Answer withoutReply(int status, ReplyFormat format, Optional<FaultKind> fault) {
        return new Answer(status, format, Optional.empty(), fault, Optional.empty());
    }

    /** The answer in HTTP, with what it says spoilt where the fault is one that does so. */
    HttpAnswer inHttp() {
        return reply.map(said -> fault.map(said::spoiltBy).orElse(said))
                .map(said -> HttpAnswer.of(status, ReplyWriter.contentType(format), ReplyWriter.write(said, format)))
                .orElseGet(() -> HttpAnswer.empty(status));
    }
}
