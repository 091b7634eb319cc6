package io.github.hlr4j.it.wrong.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Has an int for the code: what nobody said becomes the code of a number that is reachable. */
final class ReadsAMissingCodeAsZero implements UnaryOperator<List<Map<String, String>>> {

    @Override
    public List<Map<String, String>> apply(List<Map<String, String>> results) {
        return results.stream().map(ReadsAMissingCodeAsZero::withCode).toList();
    }

    private static Map<String, String> withCode(Map<String, String> result) {
        Map<String, String> fields = new HashMap<>(result);
        fields.putIfAbsent("errorGrpId", "0");
        return fields;
    }
}
