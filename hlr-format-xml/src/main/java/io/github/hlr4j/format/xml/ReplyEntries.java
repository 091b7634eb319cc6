package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyText;
import io.github.hlr4j.spi.SubmissionReply;
import java.util.List;
import java.util.Optional;

/** Gives the entries of a reply the meaning of their positions: six are a success (D07), three a refusal (D09). */
final class ReplyEntries {

    private static final int ENTRIES_OF_SUCCESS = 6;
    private static final int ENTRIES_OF_FAILURE = 3;

    private ReplyEntries() {}

    static SubmissionReply toReply(List<String> texts) {
        // trim, which takes off what XML calls white space; strip would also take off blanks that XML counts as text.
        List<String> entries = texts.stream().map(String::trim).toList();
        String success = entries.isEmpty() ? "" : entries.get(0);
        if (success.equals("true") && entries.size() == ENTRIES_OF_SUCCESS) {
            return new SubmissionReply.Success(
                    ReplyText.integer("code", entries.get(1)),
                    entries.get(2),
                    ReplyText.integer("number", entries.get(3)),
                    ReplyText.decimal("cost", entries.get(4)),
                    entries.get(5));
        }
        if (success.equals("false") && entries.size() == ENTRIES_OF_FAILURE) {
            return new SubmissionReply.Failure(
                    ReplyText.integer("code", entries.get(1)),
                    Optional.of(entries.get(2)).filter(text -> !text.isEmpty()));
        }
        throw new MalformedBodyException(
                "a reply has six entries of which the first is true, or three of which the first is false");
    }
}
