package io.github.hlr4j.it.wrong.reply;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyText;
import io.github.hlr4j.spi.SubmissionReply;
import java.util.List;
import java.util.Optional;

/** What the entries of a reply in XML mean. */
final class Entries {

    private Entries() {}

    static SubmissionReply toReply(List<String> entries) {
        if (entries.size() == 6 && entries.get(0).equals("true")) {
            return new SubmissionReply.Success(
                    ReplyText.integer("code", entries.get(1)),
                    entries.get(2),
                    ReplyText.integer("number", entries.get(3)),
                    ReplyText.decimal("cost", entries.get(4)),
                    entries.get(5));
        }
        if (entries.size() == 3 && entries.get(0).equals("false")) {
            return new SubmissionReply.Failure(ReplyText.integer("code", entries.get(1)), Optional.of(entries.get(2)));
        }
        throw new MalformedBodyException("no reply");
    }
}
