package io.github.hlr4j.it.wrong.notification;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Takes the first of an array for all of it. */
final class LosesTheSecondResult implements UnaryOperator<List<Map<String, String>>> {

    @Override
    public List<Map<String, String>> apply(List<Map<String, String>> results) {
        return results.subList(0, 1);
    }
}
