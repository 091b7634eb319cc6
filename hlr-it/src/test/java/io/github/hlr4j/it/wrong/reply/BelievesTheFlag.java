package io.github.hlr4j.it.wrong.reply;

import java.util.function.UnaryOperator;

/** Looks at nothing that contradicts the field {@code success}. */
final class BelievesTheFlag implements UnaryOperator<String> {

    @Override
    public String apply(String body) {
        return body.contains("\"success\": false")
                ? body.replaceAll("\"campaign_id\"\\s*:\\s*\"[^\"]*\",?", "")
                : body.replaceAll("\"error\"\\s*:\\s*\\[[^\\]]*\\],?", "");
    }
}
