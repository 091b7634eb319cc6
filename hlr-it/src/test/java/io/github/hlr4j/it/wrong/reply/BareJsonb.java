package io.github.hlr4j.it.wrong.reply;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Optional;

/** JSON-B in one line: it converts, it fills in, and of two it takes the last. */
public final class BareJsonb implements ReplyDecoder {

    /** Public, because Yasson wants it so. */
    public record Reply(
            boolean success,
            int code,
            @JsonbProperty("campaign_id") String campaignId,
            int number,
            BigDecimal cost,
            String currency,
            String message) {}

    /** What a transport lets through; a cost of a million digits keeps Yasson busy for half a minute. */
    private static final int LONGEST = 65_536;

    private final Jsonb jsonb = JsonbBuilder.create();

    @Override
    public SubmissionReply decode(byte[] body) {
        if (body.length > LONGEST) {
            throw new MalformedBodyException("too long");
        }
        try {
            Reply reply = jsonb.fromJson(new ByteArrayInputStream(body), Reply.class);
            return reply.success()
                    ? new SubmissionReply.Success(
                            reply.code(), reply.campaignId(), reply.number(), reply.cost(), reply.currency())
                    : new SubmissionReply.Failure(reply.code(), Optional.ofNullable(reply.message()));
        } catch (JsonbException e) {
            throw new MalformedBodyException("not JSON");
        }
    }
}
