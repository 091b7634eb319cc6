package io.github.hlr4j.it.wrong.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Turns each plus into a blank after the escapes were read, those that were escaped as well. */
final class UnescapesThePlusLast implements UnaryOperator<List<Map<String, String>>> {

    @Override
    public List<Map<String, String>> apply(List<Map<String, String>> results) {
        return results.stream().map(UnescapesThePlusLast::withoutPlus).toList();
    }

    private static Map<String, String> withoutPlus(Map<String, String> result) {
        Map<String, String> fields = new HashMap<>(result);
        fields.replaceAll((name, text) -> text.replace('+', ' '));
        return fields;
    }
}
