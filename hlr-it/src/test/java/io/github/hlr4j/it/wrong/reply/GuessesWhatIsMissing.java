package io.github.hlr4j.it.wrong.reply;

import java.util.function.UnaryOperator;

/** Takes a reply without a number for one about one number, at the usual price. */
final class GuessesWhatIsMissing implements UnaryOperator<String> {

    @Override
    public String apply(String body) {
        return withDefault("\"cost\":0.005,", withDefault("\"number\":1,", body));
    }

    private static String withDefault(String field, String body) {
        String name = field.substring(0, field.indexOf(':'));
        return body.contains(name) ? body : body.replaceFirst("\\{", "{" + field);
    }
}
