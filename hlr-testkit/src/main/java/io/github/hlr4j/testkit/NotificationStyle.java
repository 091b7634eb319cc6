package io.github.hlr4j.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The encodings in which the service might post results; none is documented (A03). */
public enum NotificationStyle {
    /** A form in UTF-8, every character escaped that has to be. */
    FORM("application/x-www-form-urlencoded") {
        @Override
        String write(List<Map<String, String>> results) {
            return form(results.get(0), value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    },
    /** A form of a sender that does not escape: a reader of forms takes the plus of phone and date for a blank (A04). */
    SLOPPY_FORM("application/x-www-form-urlencoded") {
        @Override
        String write(List<Map<String, String>> results) {
            return form(results.get(0), value -> value);
        }
    },
    /** A JSON object, {@code ported} and {@code errorGrpId} as numbers. */
    JSON("application/json") {
        @Override
        String write(List<Map<String, String>> results) {
            return Json.write(withNumbers(results.get(0)));
        }
    },
    /** A JSON object under the content type of a form, as the vendor's own PHP sample would send it. */
    JSON_AS_FORM("application/x-www-form-urlencoded") {
        @Override
        String write(List<Map<String, String>> results) {
            return JSON.write(results);
        }
    },
    /** A JSON array with up to 50 results of one request. */
    JSON_ARRAY("application/json") {
        @Override
        String write(List<Map<String, String>> results) {
            return Json.write(
                    results.stream().map(NotificationStyle::withNumbers).toList());
        }

        @Override
        int mostResults() {
            return MOST_IN_ARRAY;
        }
    },
    /** An XML document, one element a field. */
    XML("application/xml") {
        @Override
        String write(List<Map<String, String>> results) {
            return results.get(0).entrySet().stream()
                    .map(field -> "  <%1$s>%2$s</%1$s>\n".formatted(field.getKey(), xmlText(field.getValue())))
                    .collect(Collectors.joining(
                            "", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<notification>\n", "</notification>\n"));
        }
    };

    private static final int MOST_IN_ARRAY = 50;
    private static final Set<String> NUMBERS = Set.of("ported", "errorGrpId");

    private final String contentType;

    NotificationStyle(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** How many results one post may carry. */
    int mostResults() {
        return 1;
    }

    /** Writes at least one result, and at most as many as one post may carry. */
    abstract String write(List<Map<String, String>> results);

    private static String form(Map<String, String> fields, UnaryOperator<String> escape) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + escape.apply(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, Object> withNumbers(Map<String, String> fields) {
        Map<String, Object> members = new LinkedHashMap<>(fields);
        members.replaceAll((name, value) -> NUMBERS.contains(name) ? Integer.valueOf((String) value) : value);
        return members;
    }

    private static String xmlText(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;");
    }
}
