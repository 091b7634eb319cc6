package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.contract.HostileBytes.SECRET;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notifications in JSON. */
final class JsonNotifications implements NotificationBodies {

    private static final String RESULT = "{\"phone\":\"+33639980001\",\"errorName\":\"NO_ERROR\"}";

    @Override
    public String pageSample() {
        return """
                {
                    "phone": "+3300000000",
                    "messageId": "1234-12344-1234-1234",
                    "mccMnc": "20815",
                    "ported": 1,
                    "errorGrpId": 0,
                    "errorName": "NO_ERROR ",
                    "errorDesc": "No Error",
                    "date": "2018-03-05T10:34:52.355+0000"
                }""";
    }

    @Override
    public String one(List<Field> fields) {
        return fields.stream()
                .map(field -> quoted(field.name()) + ":" + (field.text() == null ? "null" : quoted(field.text())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Optional<String> many(List<List<Field>> results) {
        return Optional.of(results.stream().map(this::one).collect(Collectors.joining(",\n", "[", "]")));
    }

    @Override
    public Stream<BodySample> spellings() {
        return Stream.of(
                BodySample.of("an object", RESULT),
                BodySample.of("an array of one", "[" + RESULT + "]"),
                BodySample.of("a byte order mark", "\uFEFF" + RESULT),
                BodySample.of("white space around", "\r\n\t " + RESULT + "\r\n\t "),
                BodySample.of("escapes", RESULT.replace("phone", "\\u0070hone").replace("+", "\\u002b")),
                BodySample.of("the phone as a number", RESULT.replace("\"+33639980001\"", "33639980001")),
                with("a boolean", "true"),
                with("null", "null"),
                with("an array", "[1, [2, {\"a\": null}], \"]\"]"),
                with("an object", "{\"phone\": \"+33639980002\"}"),
                with("a number of 200,000 digits", "9".repeat(200_000)),
                with("a huge exponent", "1e999999999"),
                with("a text of 200,000 characters", "\"" + "}".repeat(200_000) + "\""),
                BodySample.of("a null beside a text", RESULT.replace("{", "{\"phone\":null,")),
                BodySample.of("a list beside a text", RESULT.replace("{", "{\"phone\":[],")));
    }

    @Override
    public Stream<BodySample> refused() {
        return Stream.of(
                        Stream.of("", " ", "null", "true", "33" + SECRET, "\"" + RESULT.replace("\"", "\\\"") + "\""),
                        Stream.of("{}", "[]", "[{}]", "[null]", "[" + RESULT + ",null]", "[[" + RESULT + "]]"),
                        Stream.of(
                                "[" + RESULT + ",\"" + SECRET + "\"]",
                                "{\"phone\":null}",
                                "{\"phone\":[" + SECRET + "]}"),
                        Stream.of("x", "]", "}", "{}", "," + RESULT, RESULT, "\u0000")
                                .map(text -> RESULT + text),
                        Stream.of("{" + RESULT, "[" + RESULT, RESULT.replace(",", ",,"), RESULT.replace("\"", "'")),
                        Stream.of(RESULT.replace("\"+33639980001\"", "+33639980001"), "{\"phone\":{", "[{\"phone\":"),
                        Stream.of(
                                withUnknown("[[[[[[[[]]]]]]]]"),
                                withUnknown("[".repeat(50_000) + "]".repeat(50_000)),
                                "[".repeat(200_000),
                                "{\"phone\":".repeat(20_000),
                                "<result><phone>+33639980001</phone></result>",
                                "phone=%2B33639980001&errorName=NO_ERROR"),
                        Stream.of(new String(RESULT.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1)))
                .flatMap(bodies -> bodies)
                .map(body -> BodySample.of("the body " + body, body));
    }

    private static BodySample with(String name, String value) {
        return BodySample.of("unknown " + name, withUnknown(value));
    }

    private static String withUnknown(String value) {
        return RESULT.replace("{", "{\"unknown\":" + value + ",");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
