package io.github.hlr4j.fuzz;

import io.github.hlr4j.format.json.JsonFormat;
import io.github.hlr4j.format.xml.XmlFormat;
import java.util.Arrays;
import java.util.Locale;

/** All targets, with the length up to which the product hands an input to its parser. */
enum Targets {
    /** {@code HlrClient} asks for replies of at most 64 KiB. */
    JSON_REPLY(64 * 1024),
    XML_REPLY(64 * 1024),
    /** {@code CallbackReceiver} answers 413 to anything longer. */
    FORM_NOTIFICATION(16 * 1024),
    JSON_NOTIFICATION(256 * 1024),
    XML_NOTIFICATION(256 * 1024),
    /** A path; containers answer 414 or 431 to longer ones. */
    CALLBACK_TOKEN(8 * 1024),
    /** The longest value of a notification. A line of a file has no limit. */
    PHONE_NUMBER(2 * 1024),
    /** Files have no limit and are read line by line; so many lines must not take longer than one input may. */
    NUMBER_FILE(4 * 1024),
    /** All headers of a reply together. */
    RETRY_AFTER(8 * 1024);

    private final int maxBytes;

    Targets(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The target of a name such as {@code json-reply}. */
    static Targets of(String id) {
        return Arrays.stream(values())
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no target '" + id + "', but "
                        + Arrays.stream(values()).map(Targets::id).toList()));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Bounds open() {
        return new Bounds(target(), maxBytes);
    }

    private Target target() {
        return switch (this) {
            case JSON_REPLY -> new ReplyTarget(JsonFormat.create(), new JsonReplies());
            case XML_REPLY -> new ReplyTarget(XmlFormat.create(), new XmlReplies());
            case FORM_NOTIFICATION -> new NotificationTarget(new FormSpelling());
            case JSON_NOTIFICATION -> new NotificationTarget(new JsonSpelling());
            case XML_NOTIFICATION -> new NotificationTarget(new XmlSpelling());
            case CALLBACK_TOKEN -> new TokenTarget();
            case PHONE_NUMBER -> new PhoneNumberTarget();
            case NUMBER_FILE -> new NumberFileTarget();
            case RETRY_AFTER -> new RetryAfterTarget();
        };
    }
}
