package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.contract.HostileBytes.SECRET;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notifications in XML: a root of any name, fields as its children, one more level for several results. */
final class XmlNotifications implements NotificationBodies {

    private static final String PHONE = "<phone>+33639980001</phone>";
    private static final String FIELDS = PHONE + "<errorName>NO_ERROR</errorName>";
    private static final String RESULT = "<result>" + FIELDS + "</result>";

    @Override
    public String pageSample() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <notification>
                    <phone>+3300000000</phone>
                    <messageId>1234-12344-1234-1234</messageId>
                    <mccMnc>20815</mccMnc>
                    <ported>1</ported>
                    <errorGrpId>0</errorGrpId>
                    <errorName>
                        <![CDATA[NO_ERROR ]]>
                    </errorName>
                    <errorDesc>No Error</errorDesc>
                    <date>2018-03-05T10:34:52.355+0000</date>
                </notification>
                """;
    }

    @Override
    public String one(List<Field> fields) {
        return "<hlr>" + children(fields) + "</hlr>";
    }

    @Override
    public Optional<String> many(List<List<Field>> results) {
        return Optional.of(results.stream()
                .map(fields -> "<item>" + children(fields) + "</item>")
                .collect(Collectors.joining("\n", "<items count=\"" + results.size() + "\">", "</items>")));
    }

    @Override
    public Stream<BodySample> spellings() {
        return Stream.of(
                BodySample.of("one level", RESULT),
                BodySample.of("two levels", "<results>" + RESULT + "</results>"),
                BodySample.of("a count beside the results", "<results><count>1</count>" + RESULT + "</results>"),
                BodySample.of("a root of another name", "<a.b-c>" + FIELDS + "</a.b-c>"),
                BodySample.of("a byte order mark", "\uFEFF<?xml version=\"1.0\"?>" + RESULT),
                BodySample.of(
                        "white space around", RESULT.replace("<", "\r\n\t <").strip() + "\r\n\t "),
                BodySample.of("attributes", RESULT.replace("<phone>", "<phone type=\"a\" xml:lang=\"fr\">")),
                BodySample.of("a namespace", RESULT.replace("<result>", "<result xmlns=\"urn:a\" xmlns:b=\"urn:b\">")),
                BodySample.of("a comment", RESULT.replace("3998", "39<!-- & -->98")),
                BodySample.of(
                        "references",
                        RESULT.replace("NO_ERROR", "&#78;O_ERROR&#x20;").replace("+", "&#43;")),
                BodySample.of("an unknown element", RESULT.replace("<phone>", "<a>&lt;<b/></a>text<phone>")),
                BodySample.of("a result below a field", RESULT.replace("<phone>", "<b>" + FIELDS + "</b><phone>")),
                BodySample.of("a field with elements in it", RESULT.replace("<phone>", "<date><a/></date><phone>")),
                BodySample.of("an empty field", RESULT.replace("<phone>", "<mccMnc/><phone>")),
                BodySample.of(
                        "a long text", RESULT.replace("<phone>", "<a>" + "&amp;".repeat(40_000) + "</a><phone>")));
    }

    @Override
    public Stream<BodySample> refused() {
        return Stream.of(
                        Stream.of("", " ", "text", "{\"phone\":\"+33639980001\"}", "<result/>", "<a><b/></a>"),
                        Stream.of("<phone>+33639980001</phone>", "<a><b><c>" + FIELDS + "</c></b></a>"),
                        Stream.of(RESULT + "x", RESULT + RESULT, "x" + RESULT, RESULT + "\u0000"),
                        Stream.of("<a>" + RESULT, RESULT.replace("</phone>", ""), RESULT.replace("NO", "N&O")),
                        Stream.of(RESULT.replace("+", "&plus;"), RESULT.replace("+", "\u0001")),
                        Stream.of("<?p " + SECRET + "?>" + RESULT, RESULT.replace("<phone>", "<?p?><phone>")),
                        Stream.of("<!DOCTYPE result>" + RESULT, "<!DOCTYPE result []>" + RESULT),
                        Stream.of(entity("\"+33639980001\""), "<!DOCTYPE result SYSTEM \"a.dtd\">" + RESULT),
                        Stream.of("<a>".repeat(50_000), "<a>".repeat(30_000) + "</a>".repeat(30_000)),
                        Stream.of(RESULT.replace(FIELDS, "<a>".repeat(8) + "</a>".repeat(8) + FIELDS)))
                .flatMap(bodies -> bodies)
                .map(body -> BodySample.of("the body " + body, body));
    }

    @Override
    public Optional<String> oneThatReads(String address) {
        return Optional.of(entity("SYSTEM \"" + address + "\""));
    }

    private static String entity(String definition) {
        return "<!DOCTYPE result [<!ENTITY e " + definition + ">]>" + RESULT.replace("+33639980001", "&e;");
    }

    private static String children(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.text() != null)
                .map(field -> "<" + field.name() + ">" + escaped(field.text()) + "</" + field.name() + ">")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
