package io.github.hlr4j.fuzz;

import static io.github.hlr4j.fuzz.Claims.claim;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.ReplyText;
import io.github.hlr4j.spi.SubmissionReply;
import io.github.hlr4j.spi.WireFormatProvider;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The body of a reply: it is refused, or another parser reads the same, and the client believes no more of it than the
 * status allows.
 */
final class ReplyTarget implements Target {

    private static final int CODE_OF_SUCCESS = 200;

    private final ReplyDecoder decoder;
    private final ReplyOracle oracle;
    private final StubClient client;
    private SubmissionReply decoded;
    private MalformedBodyException refusal;

    ReplyTarget(WireFormatProvider format, ReplyOracle oracle) {
        this.decoder = format.replyDecoder();
        this.oracle = oracle;
        this.client = new StubClient(new Remembering(format.format()));
    }

    @Override
    public void read(byte[] body) {
        decode(body);
        if (decoded != null && body.length <= Claims.SPELT_UP_TO) {
            claim(oracle.confirms(decoded, ReplyText.utf8(body)), "another parser reads the same");
            byte[] plain = oracle.spelling(decoded).getBytes(StandardCharsets.UTF_8);
            claim(decoder.decode(plain).equals(decoded), "written plainly it means the same");
        }
        checkOutcomes(body);
    }

    private void decode(byte[] body) {
        decoded = null;
        refusal = null;
        try {
            decoded = decoder.decode(body);
        } catch (MalformedBodyException e) {
            Claims.discreet(e);
            refusal = e;
        }
    }

    private void checkOutcomes(byte[] body) {
        Submission at200 = submit(200, body);
        Submission at400 = submit(400, body);
        if (at200 instanceof Submission.Accepted accepted) {
            checkAcceptance(accepted);
        }
        boolean refused = decoded instanceof SubmissionReply.Failure failure && failure.code() != CODE_OF_SUCCESS;
        claim(
                at200 instanceof Submission.Rejected == refused,
                "with 200 a documented error is a refusal, nothing else");
        claim(
                at400 instanceof Submission.Rejected == (refused || decoded == null),
                "with 400 only a success or a contradiction is not a refusal");
        claim(!(at400 instanceof Submission.Accepted), "with 400 nothing is accepted");
        claim(submit(500, body) instanceof Submission.Unconfirmed, "with 500 nothing is sure");
        claim(submit(429, body) instanceof Submission.Throttled, "with 429 the body does not count");
    }

    private void checkAcceptance(Submission.Accepted accepted) {
        claim(
                decoded instanceof SubmissionReply.Success success
                        && success.code() == CODE_OF_SUCCESS
                        && accepted.numberCount() == success.number()
                        && accepted.campaignId().value().equals(success.campaignId())
                        && accepted.cost().amount().compareTo(success.cost()) == 0
                        && accepted.cost().currency().getCurrencyCode().equals(success.currency()),
                "an acceptance says what the reply says");
    }

    private Submission submit(int status, byte[] body) {
        Submission outcome = client.submit(new HttpReply(status, Map.of(), body));
        // The campaign of an acceptance is kept as it came, to be quoted to the service's support.
        claim(
                outcome instanceof Submission.Accepted || !outcome.toString().contains(StubClient.KEY),
                "what the service says prints no key");
        return outcome;
    }

    /** Hands the client what was decoded already. */
    private final class Remembering implements WireFormatProvider {

        private final ReplyFormat format;

        Remembering(ReplyFormat format) {
            this.format = format;
        }

        @Override
        public ReplyFormat format() {
            return format;
        }

        @Override
        public ReplyDecoder replyDecoder() {
            return body -> {
                if (refusal != null) {
                    throw refusal;
                }
                return decoded;
            };
        }

        @Override
        public NotificationDecoder notificationDecoder() {
            throw new UnsupportedOperationException("a client reads no notification");
        }
    }
}
