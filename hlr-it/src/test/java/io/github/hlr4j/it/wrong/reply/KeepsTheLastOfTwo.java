package io.github.hlr4j.it.wrong.reply;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads into a map. */
final class KeepsTheLastOfTwo implements UnaryOperator<String> {

    private static final Pattern EARLIER =
            Pattern.compile("(\"\\w+\")\\s*:\\s*[\\w.\"]+,(?=.*\\1\\s*:)", Pattern.DOTALL);

    @Override
    public String apply(String body) {
        return body.length() > 1_000 ? body : EARLIER.matcher(body).replaceAll("");
    }
}
