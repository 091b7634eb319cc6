package io.github.hlr4j.cli.report;

import java.util.regex.Pattern;

/** Text that others wrote, made fit for a page that is passed around. */
final class ForeignText {

    private static final Pattern MAYBE_PHONE = Pattern.compile("\\+?\\d(?:[\\s\\u00A0\\u202F.()/-]*\\d){6,}");
    private static final Pattern MAYBE_TOKEN = Pattern.compile("h1[A-Za-z0-9_-]{51}");
    private static final String MASK = "*******";

    private ForeignText() {}

    /** The text in the direction of its own letters, without callback tokens and whatever may be a phone number. */
    static Markup of(String text) {
        String withoutTokens = MAYBE_TOKEN.matcher(text).replaceAll(MASK);
        return Markup.of("<bdi>{}</bdi>", MAYBE_PHONE.matcher(withoutTokens).replaceAll(MASK));
    }
}
