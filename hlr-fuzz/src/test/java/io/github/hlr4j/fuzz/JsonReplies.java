package io.github.hlr4j.fuzz;

import io.github.hlr4j.spi.SubmissionReply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** Replies in JSON as the object model of Jakarta JSON Processing sees them. */
final class JsonReplies implements ReplyOracle {

    @Override
    public String spelling(SubmissionReply reply) {
        if (reply instanceof SubmissionReply.Success success) {
            return "{\"success\":true,\"code\":" + success.code() + ",\"campaign_id\":"
                    + Spelt.json(success.campaignId()) + ",\"number\":" + success.number() + ",\"cost\":"
                    + success.cost().toPlainString() + ",\"currency\":" + Spelt.json(success.currency()) + "}";
        }
        SubmissionReply.Failure failure = (SubmissionReply.Failure) reply;
        String errors = failure.message()
                .map(words -> ",\"error\":[{\"message\":" + Spelt.json(words) + "}]")
                .orElse("");
        return "{\"success\":false,\"code\":" + failure.code() + errors + "}";
    }

    @Override
    public boolean confirms(SubmissionReply reply, String body) {
        try (JsonReader reader =
                Json.createReader(new StringReader(body.startsWith("\uFEFF") ? body.substring(1) : body))) {
            JsonObject object = reader.readObject();
            boolean success = reply instanceof SubmissionReply.Success;
            return object.getBoolean("success") == success
                    && number(object, "code").equals(String.valueOf(reply.code()))
                    && (!(reply instanceof SubmissionReply.Success said) || confirms(said, object));
        }
    }

    private static boolean confirms(SubmissionReply.Success success, JsonObject object) {
        return object.getString("campaign_id").strip().equals(success.campaignId())
                && number(object, "number").equals(String.valueOf(success.number()))
                && number(object, "cost").equals(success.cost().toPlainString())
                && object.getString("currency").equals(success.currency());
    }

    private static String number(JsonObject object, String name) {
        return object.getJsonNumber(name).bigDecimalValue().toPlainString();
    }
}
