package io.github.hlr4j.testkit.contract;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.SubmissionReply;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The bodies of replies in one format: those of the service's page, and many that are almost one of them. */
interface ReplyBodies {

    /** The refusal of the page, the same in both formats. */
    SubmissionReply.Failure REFUSAL = new SubmissionReply.Failure(10, Optional.of("Clé API incorrecte"));

    static ReplyBodies of(ReplyFormat format) {
        return switch (format) {
            case JSON -> new JsonReplyBodies();
            case XML -> new XmlReplyBodies();
        };
    }

    /** The success of the page as text. */
    String success();

    /** What it says; the page's two samples name different campaigns. */
    SubmissionReply.Success meaningOfSuccess();

    /** The refusal of the page as text; it says {@link #REFUSAL}. */
    String refusal();

    /** Other spellings of documented shapes, each with what it says. */
    Map<String, SubmissionReply> accepted();

    /** Bodies that are not exactly a documented shape. */
    Stream<BodySample> refused();

    /** A success that reads a file into the campaign id, or fetches an address, if the decoder lets it; none in JSON. */
    Optional<String> successThatReads(String address);

    static SubmissionReply.Success successOf(String campaignId, int code, String cost) {
        return new SubmissionReply.Success(code, campaignId, 1, new BigDecimal(cost), "EUR");
    }
}
