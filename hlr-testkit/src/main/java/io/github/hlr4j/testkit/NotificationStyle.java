package io.github.hlr4j.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The encodings in which the service might post a result; none is documented (A03). */
public enum NotificationStyle {
    /** A form in UTF-8, every character escaped that has to be. */
    FORM("application/x-www-form-urlencoded") {
        @Override
        String write(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }
    },
    /** A JSON object, {@code ported} and {@code errorGrpId} as numbers. */
    JSON("application/json") {
        @Override
        String write(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> '"' + field.getKey() + "\":" + jsonValue(field))
                    .collect(Collectors.joining(",", "{", "}"));
        }
    },
    /** An XML document, one element a field. */
    XML("application/xml") {
        @Override
        String write(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> "  <%1$s>%2$s</%1$s>\n".formatted(field.getKey(), xmlText(field.getValue())))
                    .collect(Collectors.joining(
                            "", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<notification>\n", "</notification>\n"));
        }
    };

    private static final Set<String> NUMBERS = Set.of("ported", "errorGrpId");

    private final String contentType;

    NotificationStyle(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    abstract String write(Map<String, String> fields);

    /** Values are free of characters that JSON would have escaped: they are all made here. */
    private static String jsonValue(Map.Entry<String, String> field) {
        return NUMBERS.contains(field.getKey()) ? field.getValue() : '"' + field.getValue() + '"';
    }

    private static String xmlText(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;");
    }
}
