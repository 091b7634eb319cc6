package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.contract.HostileBytes.SECRET;

import io.github.hlr4j.spi.SubmissionReply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The bodies of replies in JSON (D06, D08, W02). */
final class JsonReplyBodies implements ReplyBodies {

    private static final String SUCCESS = """
            {
                "success": true,
                "code": 200,
                "campaign_id": "HLR000000",
                "number": 1,
                "cost": 0.005,
                "currency": "EUR"
            }""";

    private static final String REFUSAL_OF_PAGE = """
            {
                "success": false,
                "code": 10,
                "message": "Clé API incorrecte"
            }""";

    private static final List<String> FIELDS_OF_SUCCESS = List.of(
            "\"success\": true",
            "\"code\": 200",
            "\"campaign_id\": \"HLR000000\"",
            "\"number\": 1",
            "\"cost\": 0.005",
            "\"currency\": \"EUR\"");

    @Override
    public String success() {
        return SUCCESS;
    }

    @Override
    public SubmissionReply.Success meaningOfSuccess() {
        return ReplyBodies.successOf("HLR000000", 200, "0.005");
    }

    @Override
    public String refusal() {
        return REFUSAL_OF_PAGE;
    }

    @Override
    public Map<String, SubmissionReply> accepted() {
        Map<String, SubmissionReply> accepted = new LinkedHashMap<>();
        SubmissionReply success = meaningOfSuccess();
        accepted.put(SUCCESS.replaceAll("\\s", ""), success);
        accepted.put("\r\n\t " + SUCCESS + "\r\n\t ", success);
        accepted.put("{" + String.join(",", FIELDS_OF_SUCCESS.stream().sorted().toList()) + "}", success);
        accepted.put(SUCCESS.replace("HLR", "\\u0048LR"), success);
        accepted.put(SUCCESS.replace("0.005", "0.0050"), ReplyBodies.successOf("HLR000000", 200, "0.0050"));
        accepted.put(SUCCESS.replace("0.005", "5"), ReplyBodies.successOf("HLR000000", 200, "5"));
        accepted.put(SUCCESS.replace("200", "10"), ReplyBodies.successOf("HLR000000", 10, "0.005"));
        for (String unknown : List.of("null", "[1, 2e9, {}]", "{\"a\": [{\"b\": [true]}]}", "\"}\"", "9".repeat(500))) {
            accepted.put(SUCCESS.replace("{", "{\"unknown\": " + unknown + ", \"unknown\": 1,"), success);
        }
        accepted.put(REFUSAL_OF_PAGE.replace("é", "\\u00e9"), REFUSAL);
        accepted.put(REFUSAL_OF_PAGE.replace("10", "200"), new SubmissionReply.Failure(200, REFUSAL.message()));
        accepted.put("{\"success\":false,\"code\":1}", new SubmissionReply.Failure(1, Optional.empty()));
        accepted.put(
                "{\"success\":false,\"code\":1,\"message\":null}", new SubmissionReply.Failure(1, Optional.empty()));
        return accepted;
    }

    @Override
    public Stream<BodySample> refused() {
        return Stream.of(otherDocuments(), wrongTypes(), wrongNumbers(), wrongFields(), trailing(), spoilt())
                .flatMap(samples -> samples);
    }

    @Override
    public Optional<String> successThatReads(String address) {
        return Optional.empty();
    }

    private static Stream<BodySample> otherDocuments() {
        return Stream.of(
                BodySample.of("nothing", ""),
                BodySample.of("white space alone", " \r\n\t"),
                BodySample.of("null", "null"),
                BodySample.of("a boolean", "true"),
                BodySample.of("a number", "200"),
                BodySample.of("a string", "\"" + SECRET + "\""),
                BodySample.of("an empty object", "{}"),
                BodySample.of("an empty array", "[]"),
                BodySample.of("a success in an array", "[" + SUCCESS + "]"),
                BodySample.of("a success in a string", "\"" + SUCCESS.replace("\"", "\\\"") + "\""),
                BodySample.of("a page of HTML", "<html><body>" + SECRET + "</body></html>"),
                BodySample.of("XML", new XmlReplyBodies().success()));
    }

    private static Stream<BodySample> wrongTypes() {
        return Stream.of(
                changed("success as a number", "true", "1"),
                changed("success as a string", "true", "\"true\""),
                changed("success as null", "true", "null"),
                changed("success in capitals", "true", "TRUE"),
                changed("code as a string", "200", "\"200\""),
                changed("code as a boolean", "200", "true"),
                changed("code as an array", "200", "[200]"),
                changed("campaign as a number", "\"HLR000000\"", SECRET),
                changed("campaign as null", "\"HLR000000\"", "null"),
                changed("campaign as an object", "\"HLR000000\"", "{\"id\": \"" + SECRET + "\"}"),
                changed("number as a string", "\"number\": 1", "\"number\": \"1\""),
                changed("number as null", "\"number\": 1", "\"number\": null"),
                changed("cost as a string", "0.005", "\"0.005\""),
                changed("cost as a boolean", "0.005", "false"),
                changed("currency as a number", "\"EUR\"", "978"),
                changed("currency as an array", "\"EUR\"", "[\"EUR\"]"),
                refusalChanged("message as a number", "\"Clé API incorrecte\"", SECRET),
                refusalChanged("message as an object", "\"Clé API incorrecte\"", "{\"text\": \"" + SECRET + "\"}"),
                refusalChanged("success as 0", "false", "0"));
    }

    private static Stream<BodySample> wrongNumbers() {
        return Stream.of(
                changed("code with a fraction", "200", "200.7"),
                changed("code with a zero fraction", "200", "200.0"),
                changed("code with an exponent", "200", "2e2"),
                changed("code that wraps to 200", "200", "4294967496"),
                changed("code that wraps as a long", "200", "18446744073709551816"),
                changed("code with a plus", "200", "+200"),
                changed("code with a leading zero", "200", "0200"),
                changed("code below zero", "200", "-200"),
                changed("number below zero", "\"number\": 1", "\"number\": -1"),
                changed("cost below zero", "0.005", "-0.005"),
                changed("number above the integers", "\"number\": 1", "\"number\": 2147483648"),
                changed("number of a million digits", "\"number\": 1", "\"number\": " + "9".repeat(1_000_000)),
                changed("cost with an exponent", "0.005", "5e-3"),
                changed("cost with a huge exponent", "0.005", "1e999999999"),
                changed("cost of 21 characters", "0.005", "0.0050000000000000000"),
                changed("cost of a million digits", "0.005", "0." + "9".repeat(1_000_000)),
                changed("cost without a leading zero", "0.005", ".005"),
                changed("cost with a comma", "0.005", "0,005"),
                changed("cost that is no number", "0.005", "NaN"));
    }

    private static Stream<BodySample> wrongFields() {
        Stream<BodySample> missing = FIELDS_OF_SUCCESS.stream()
                .map(field -> BodySample.of(
                        "without " + field,
                        "{"
                                + String.join(
                                        ",",
                                        FIELDS_OF_SUCCESS.stream()
                                                .filter(f -> !f.equals(field))
                                                .toList()) + "}"));
        Stream<BodySample> twice =
                FIELDS_OF_SUCCESS.stream().map(field -> changed("twice " + field, field, field + ", " + field));
        return Stream.of(
                        missing,
                        twice,
                        Stream.of(
                                changed("a name twice, once escaped", "200", "200, \"c\\u006fde\": 10"),
                                changed("a name twice, once null", "200", "200, \"code\": null"),
                                changed("names in capitals", "success", "SUCCESS"),
                                changed("a success with errors", "200", "200, \"error\": [{\"message\": \"a\"}]"),
                                refusalChanged("a refusal with a campaign", "10", "10, \"campaign_id\": \"HLR1\""),
                                refusalChanged("a refusal without a code", "\"code\": 10,", ""),
                                refusalChanged("two messages", "10,", "10, \"message\": \"" + SECRET + "\",")))
                .flatMap(samples -> samples);
    }

    private static Stream<BodySample> trailing() {
        return Stream.of("x", "}", "]", "{}", ", {}", SUCCESS, "\u0000", "\uFEFF", "// " + SECRET)
                .map(text -> BodySample.of("behind the end " + text, SUCCESS + text));
    }

    private static Stream<BodySample> spoilt() {
        return Stream.of(
                changed("a comma too many", "\"EUR\"", "\"EUR\","),
                changed("a comma too few", "200,", "200"),
                changed("a word without quotes", "\"HLR000000\"", "HLR" + SECRET),
                changed("quotes of the wrong kind", "\"", "'"),
                changed("a comment", "200", "200 /* " + SECRET + " */"),
                changed("an escape that is none", "HLR", "\\x48LR"),
                changed("a line break in a string", "HLR", "\n"),
                changed("two byte order marks", "{", "\uFEFF\uFEFF{"),
                changed("an unknown field that never closes", "{", "{\"unknown\": {"),
                changed("an unknown field nested 9 deep", "{", "{\"unknown\": [[[[[[[[]]]]]]]],"),
                changed("an unknown field nested 100,000 deep", "{", deep("{\"unknown\": ", "[", "]", ",")),
                BodySample.of("100,000 arrays", "[".repeat(100_000)),
                BodySample.of("100,000 objects", "{\"success\":".repeat(100_000)),
                new BodySample("Latin-1", REFUSAL_OF_PAGE.getBytes(StandardCharsets.ISO_8859_1)),
                new BodySample("UTF-16", SUCCESS.getBytes(StandardCharsets.UTF_16)));
    }

    private static String deep(String before, String open, String close, String behind) {
        return before + open.repeat(100_000) + close.repeat(100_000) + behind;
    }

    private static BodySample changed(String name, String from, String to) {
        return BodySample.of(name, SUCCESS.replace(from, to));
    }

    private static BodySample refusalChanged(String name, String from, String to) {
        return BodySample.of(name, REFUSAL_OF_PAGE.replace(from, to));
    }
}
