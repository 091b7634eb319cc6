package io.github.hlr4j.it.wrong.notification;

import io.github.hlr4j.spi.MalformedBodyException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads no more than the page names, as a strict mapping to a class does. */
final class ThrowsOnAnUnknownField implements UnaryOperator<List<Map<String, String>>> {

    private static final Set<String> KNOWN =
            Set.of("phone", "messageId", "mccMnc", "ported", "errorGrpId", "errorName", "errorDesc", "date");

    @Override
    public List<Map<String, String>> apply(List<Map<String, String>> results) {
        if (results.stream().allMatch(result -> KNOWN.containsAll(result.keySet()))) {
            return results;
        }
        throw new MalformedBodyException("a field that no page names");
    }
}
