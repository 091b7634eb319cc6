package io.github.hlr4j.format.json;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyText;
import io.github.hlr4j.spi.SubmissionReply;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the known fields of one reply and says which of the two documented shapes they are.
 *
 * <p>A known field has its documented type wherever it stands; null counts as absent, and a second occurrence is refused.
 * A body that is both shapes at once, a success with a list of errors or a refusal with a campaign, is neither. Unknown
 * fields pass (A09).
 */
final class ReplyFields {

    private static final Set<String> KNOWN =
            Set.of("success", "code", "campaign_id", "number", "cost", "currency", "message", "error");

    private final JsonParser parser;
    private final Set<String> seen = new HashSet<>();
    private final List<String> errors = new ArrayList<>();
    private Boolean success;
    private Integer code;
    private String campaignId;
    private Integer number;
    private BigDecimal cost;
    private String currency;
    private String message;

    ReplyFields(JsonParser parser) {
        this.parser = parser;
    }

    void read(String name, Event value) {
        if (!KNOWN.contains(name)) {
            JsonEvents.skip(parser, value);
            return;
        }
        if (!seen.add(name)) {
            throw new MalformedBodyException(name + " stands twice in the reply");
        }
        if (value != Event.VALUE_NULL) {
            set(name, value);
        }
    }

    SubmissionReply toReply() {
        return present("success", success) ? toSuccess() : toFailure();
    }

    private SubmissionReply toSuccess() {
        if (!errors.isEmpty()) {
            throw new MalformedBodyException("the reply is a success with errors");
        }
        return new SubmissionReply.Success(
                present("code", code),
                present("campaign_id", campaignId),
                present("number", number),
                present("cost", cost),
                present("currency", currency));
    }

    private SubmissionReply toFailure() {
        if (campaignId != null) {
            throw new MalformedBodyException("the reply is a refusal with a campaign_id");
        }
        List<String> words = new ArrayList<>();
        if (message != null) {
            words.add(message.strip());
        }
        words.addAll(errors);
        String joined = String.join("; ", words);
        return new SubmissionReply.Failure(
                present("code", code), Optional.of(joined).filter(text -> !text.isEmpty()));
    }

    private void set(String name, Event value) {
        switch (name) {
            case "success" -> success = bool(name, value);
            case "code" -> code = ReplyText.integer(name, number(name, value));
            case "campaign_id" -> campaignId = text(name, value).strip();
            case "number" -> number = ReplyText.integer(name, number(name, value));
            case "cost" -> cost = ReplyText.decimal(name, number(name, value));
            case "currency" -> currency = text(name, value);
            case "message" -> message = text(name, value);
            case "error" -> readErrors(value);
            default -> throw new AssertionError(name);
        }
    }

    private void readErrors(Event value) {
        JsonEvents.require(Event.START_ARRAY, value, "error is not a list");
        for (Event item = JsonEvents.next(parser); item != Event.END_ARRAY; item = JsonEvents.next(parser)) {
            JsonEvents.require(Event.START_OBJECT, item, "error is not a list of objects");
            ErrorItem error = new ErrorItem();
            JsonEvents.forEachMember(parser, error::read);
            errors.add(error.toText());
        }
    }

    private static <V> V present(String name, V value) {
        if (value == null) {
            throw new MalformedBodyException(name + " is missing in the reply");
        }
        return value;
    }

    private static boolean bool(String name, Event value) {
        return switch (value) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new MalformedBodyException(name + " is not a boolean");
        };
    }

    private String number(String name, Event value) {
        JsonEvents.require(Event.VALUE_NUMBER, value, name + " is not a number");
        return parser.getString();
    }

    private String text(String name, Event value) {
        JsonEvents.require(Event.VALUE_STRING, value, name + " is not a string");
        return parser.getString();
    }

    /** One entry of the list of errors (W02): what it is about, and words. */
    private final class ErrorItem {

        private String elementId = "";
        private String words = "";

        void read(String name, Event value) {
            boolean known = name.equals("elementId") || name.equals("message");
            if (!known || value == Event.VALUE_NULL) {
                JsonEvents.skip(parser, value);
            } else if (name.equals("elementId")) {
                elementId = text(name, value);
            } else {
                words = text(name, value);
            }
        }

        String toText() {
            return elementId.isEmpty() || words.isEmpty() ? elementId + words : elementId + ": " + words;
        }
    }
}
