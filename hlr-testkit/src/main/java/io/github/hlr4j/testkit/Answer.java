package io.github.hlr4j.testkit;

import io.github.hlr4j.ReplyFormat;
import java.util.Optional;

/** What goes back over HTTP, and the campaign that the request became, if it did. */
record Answer(int status, ReplyFormat format, String body, Optional<FaultKind> fault, Optional<Campaign> campaign) {

    static Answer empty(int status, ReplyFormat format, Optional<FaultKind> fault) {
        return new Answer(status, format, "", fault, Optional.empty());
    }
}
