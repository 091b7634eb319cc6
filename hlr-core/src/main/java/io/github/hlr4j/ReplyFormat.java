package io.github.hlr4j;

import java.util.Locale;

/** The format in which the service writes its reply to a request (D03); the request itself is always JSON (A01). */
public enum ReplyFormat {
    /** A JSON object (D06, D08). */
    JSON,
    /** An XML document of positional entries (D07, D09). */
    XML;

    /**
     * The name of this format in the field {@code _format}.
     *
     * @return {@code json} or {@code xml}
     */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
