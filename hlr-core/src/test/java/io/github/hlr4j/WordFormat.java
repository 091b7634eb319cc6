package io.github.hlr4j;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import io.github.hlr4j.spi.WireFormatProvider;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wire format whose replies are single words, for tests that care what a reply says and not how it is written.
 *
 * @param format the format that it stands in for
 */
public record WordFormat(ReplyFormat format) implements WireFormatProvider {

    @Override
    public ReplyDecoder replyDecoder() {
        return body -> reply(new String(body, StandardCharsets.UTF_8));
    }

    /**
     * Reads results behind one character that tells the format: {@code [33639980001 33639980002=EC_CALL_BARRED}. A result
     * without a name is {@code NO_ERROR}.
     */
    @Override
    public NotificationDecoder notificationDecoder() {
        return body -> Stream.of(new String(body, StandardCharsets.UTF_8)
                        .replaceFirst("^[^\\[{<]*.", "")
                        .strip()
                        .split(" "))
                .map(WordFormat::result)
                .toList();
    }

    private static Map<String, String> result(String text) {
        if (text.equals("malformed")) {
            throw new MalformedBodyException("a word that is not known");
        }
        if (text.equals("breaks-decoder")) {
            throw new IllegalStateException("the decoder is broken");
        }
        String[] phoneAndName = (text + "=NO_ERROR").split("=", 3);
        return Map.of("phone", phoneAndName[0], "errorName", phoneAndName[1]);
    }

    private static SubmissionReply reply(String word) {
        return switch (word) {
            case "accepted" -> success(200, "HLR000000", "0.005", "EUR");
            case "accepted-but-code-10" -> success(10, "HLR000000", "0.005", "EUR");
            case "accepted-but-no-campaign" -> success(200, "", "0.005", "EUR");
            case "accepted-by-its-key" -> success(200, "HLR-" + Fixtures.KEY_TEXT, "0.005", "EUR");
            case "accepted-but-negative-cost" -> success(200, "HLR000000", "-0.005", "EUR");
            case "accepted-but-endless-cost" -> success(200, "HLR000000", "1e999999999", "EUR");
            case "accepted-but-no-currency" -> success(200, "HLR000000", "0.005", "coins");
            case "accepted-but-negative-count" ->
                new SubmissionReply.Success(200, "HLR000000", -1, BigDecimal.ONE, "EUR");
            case "refused" -> new SubmissionReply.Failure(10, Optional.of("Cl\u00E9 API incorrecte"));
            case "refused-without-words" -> new SubmissionReply.Failure(10, Optional.empty());
            case "refused-with-new-code" -> new SubmissionReply.Failure(777, Optional.empty());
            case "refused-but-code-200" -> new SubmissionReply.Failure(200, Optional.empty());
            case "breaks-decoder" -> throw new IllegalStateException("the decoder is broken");
            case "nothing" -> null;
            default -> throw new MalformedBodyException("no word that is known");
        };
    }

    private static SubmissionReply success(int code, String campaignId, String cost, String currency) {
        return new SubmissionReply.Success(code, campaignId, 1, new BigDecimal(cost), currency);
    }
}
