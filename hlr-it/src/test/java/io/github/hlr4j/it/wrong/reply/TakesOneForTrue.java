package io.github.hlr4j.it.wrong.reply;

import java.util.function.UnaryOperator;

/** Converts as PHP would. */
final class TakesOneForTrue implements UnaryOperator<String> {

    @Override
    public String apply(String body) {
        return body.replaceAll("(\"success\"\\s*:\\s*)(1|\"true\")", "$1true");
    }
}
