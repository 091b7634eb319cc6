package io.github.hlr4j.format.json.wire;

import java.util.List;
import java.util.Map;

/**
 * The results of one notification.
 *
 * <p>It exists because JSON-B engines read a bare {@code List} by themselves and would not ask our deserializer.
 *
 * @param results the fields of each result, in the order received
 */
public record ReceivedResults(List<Map<String, String>> results) {

    /** Takes a copy of the list. */
    public ReceivedResults {
        results = List.copyOf(results);
    }
}
