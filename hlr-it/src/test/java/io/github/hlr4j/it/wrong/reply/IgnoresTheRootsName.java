package io.github.hlr4j.it.wrong.reply;

import java.util.function.UnaryOperator;

/** Looks at what is in the root, whatever that is called. */
final class IgnoresTheRootsName implements UnaryOperator<String> {

    @Override
    public String apply(String body) {
        return body.replaceFirst("(?s)<([A-Za-z:]+)>(\\s*<entry>.*)</\\1\\s*>", "<result>$2</result>");
    }
}
