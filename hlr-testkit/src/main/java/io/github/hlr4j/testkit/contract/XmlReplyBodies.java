package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.contract.HostileBytes.SECRET;

import io.github.hlr4j.spi.SubmissionReply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The bodies of replies in XML (D07, D09). */
final class XmlReplyBodies implements ReplyBodies {

    private static final String SUCCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <result>
                <entry>true</entry>
                <entry>200</entry>
                <entry>
                    <![CDATA[HLR0000000]]>
                </entry>
                <entry>1</entry>
                <entry>0.005</entry>
                <entry>
                    <![CDATA[EUR]]>
                </entry>
            </result>""";

    private static final String REFUSAL_OF_PAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <result>
                <entry>false</entry>
                <entry>10</entry>
                <entry>
                    <![CDATA[Clé API incorrecte]]>
                </entry>
            </result>""";

    private static final String LAUGHS = laughs();

    @Override
    public String success() {
        return SUCCESS;
    }

    @Override
    public SubmissionReply.Success meaningOfSuccess() {
        return ReplyBodies.successOf("HLR0000000", 200, "0.005");
    }

    @Override
    public String refusal() {
        return REFUSAL_OF_PAGE;
    }

    @Override
    public Map<String, SubmissionReply> accepted() {
        Map<String, SubmissionReply> accepted = new LinkedHashMap<>();
        SubmissionReply success = meaningOfSuccess();
        accepted.put(SUCCESS.substring(SUCCESS.indexOf("<result>")), success);
        accepted.put(SUCCESS.replaceAll("\\n *", ""), success);
        accepted.put(SUCCESS + "\r\n\t ", success);
        accepted.put(SUCCESS.replace("<![CDATA[", "").replace("]]>", ""), success);
        accepted.put(SUCCESS.replace("<![CDATA[HLR", "&#72;L&#x52;<![CDATA["), success);
        accepted.put(SUCCESS.replace("HLR0", "HL]]><![CDATA[R0"), success);
        accepted.put(SUCCESS.replace(">200<", ">\r\n\t200 <"), success);
        accepted.put(SUCCESS.replace("<result>", "<result >").replace("</result>", "</result >"), success);
        accepted.put(SUCCESS.replace("0.005", "0.0050"), ReplyBodies.successOf("HLR0000000", 200, "0.0050"));
        accepted.put(SUCCESS.replace("200", "10"), ReplyBodies.successOf("HLR0000000", 10, "0.005"));
        accepted.put(REFUSAL_OF_PAGE.replace("é", "]]>&#233;<![CDATA["), REFUSAL);
        accepted.put(REFUSAL_OF_PAGE.replace("10", "200"), new SubmissionReply.Failure(200, REFUSAL.message()));
        accepted.put(
                REFUSAL_OF_PAGE.replace("Clé API incorrecte", "a < b & c"),
                new SubmissionReply.Failure(10, Optional.of("a < b & c")));
        return accepted;
    }

    @Override
    public Stream<BodySample> refused() {
        return Stream.of(otherDocuments(), wrongEntries(), wrongValues(), besides(), entities(), spoilt())
                .flatMap(samples -> samples);
    }

    @Override
    public Optional<String> successThatReads(String address) {
        return Optional.of(withDocumentType("[<!ENTITY read SYSTEM \"" + address + "\">]", "&read;"));
    }

    private static Stream<BodySample> otherDocuments() {
        return Stream.of(
                BodySample.of("nothing", ""),
                BodySample.of("white space alone", " \r\n\t"),
                BodySample.of("a text", SECRET),
                BodySample.of("JSON", new JsonReplyBodies().success()),
                BodySample.of("a page of HTML", "<html><body>" + SECRET + "</body></html>"),
                changed("another root", "result>", "results>"),
                changed("a root in a namespace", "<result>", "<result xmlns=\"urn:" + SECRET + "\">"),
                changed("a root with a prefix", "result>", "r:result>"),
                changed("a root with a declared prefix", "<result>", "<result xmlns:r=\"urn:" + SECRET + "\">"),
                changed("a root with an attribute", "<result>", "<result code=\"200\">"),
                changed("a root in capitals", "result>", "RESULT>"),
                BodySample.of("an empty root", "<result/>"));
    }

    private static Stream<BodySample> wrongEntries() {
        return Stream.of(
                changed("an entry of another name", "<entry>200</entry>", "<code>200</code>"),
                changed("an entry with an attribute", "<entry>200", "<entry type=\"int\">200"),
                changed("an entry in a namespace", "<entry>200", "<entry xmlns=\"urn:x\">200"),
                changed("five entries", "<entry>200</entry>", ""),
                changed("seven entries", "<entry>200</entry>", "<entry>200</entry><entry>200</entry>"),
                changed("an entry within an entry", "<entry>200</entry>", "<entry><entry>200</entry></entry>"),
                changed("markup within an entry", "200", "2<b/>00"),
                changed("a success with the entries of a refusal", SUCCESS, REFUSAL_OF_PAGE.replace("false", "true")),
                changed("a refusal with the entries of a success", "true", "false"),
                refusalChanged("two entries", "<entry>10</entry>", ""),
                refusalChanged("four entries", "<entry>10</entry>", "<entry>10</entry><entry>" + SECRET + "</entry>"),
                changed("100,000 entries", "</result>", "<entry/>".repeat(100_000) + "</result>"));
    }

    private static Stream<BodySample> wrongValues() {
        Stream<BodySample> success = Stream.of("", "1", "TRUE", "True", "yes", "true false", "\u2003true")
                .map(value -> changed("success as " + value, ">true<", ">" + value + "<"));
        Stream<BodySample> code = Stream.of(
                        "", "200.7", "200.0", "2e2", "+200", "0200", "2 00", "0xC8", "4294967496", SECRET + "00000")
                .map(value -> changed("code as " + value, ">200<", ">" + value + "<"));
        Stream<BodySample> cost = Stream.of(
                        "", "5e-3", "1e999999999", "+0.005", ".005", "5.", "0,005", "NaN", "0.0050000000000000000")
                .map(value -> changed("cost as " + value, ">0.005<", ">" + value + "<"));
        return Stream.of(
                        success,
                        code,
                        cost,
                        Stream.of(
                                changed("code below zero", ">200<", ">-200<"),
                                changed("number below zero", ">1<", ">-1<"),
                                changed("cost below zero", ">0.005<", ">-0.005<"),
                                changed("number in other digits", ">1<", ">\u0661<"),
                                changed("number above the integers", ">1<", ">2147483648<"),
                                changed("number of a million digits", ">1<", ">" + "9".repeat(1_000_000) + "<")))
                .flatMap(samples -> samples);
    }

    private static Stream<BodySample> besides() {
        return Stream.of(
                changed("text in the root", "<result>", "<result>" + SECRET),
                changed("text between entries", "<entry>200", SECRET + "<entry>200"),
                BodySample.of("text behind the end", SUCCESS + SECRET),
                BodySample.of("a second root", SUCCESS + "<result/>"),
                BodySample.of("a second document", SUCCESS + SUCCESS),
                BodySample.of("a NUL behind the end", SUCCESS + "\u0000"),
                BodySample.of("a byte order mark behind the end", SUCCESS + "\uFEFF"),
                changed("a comment before", "<result>", "<!-- " + SECRET + " --><result>"),
                changed("a comment between entries", "<entry>200", "<!-- --><entry>200"),
                changed("a comment inside", "200", "20<!-- -->0"),
                BodySample.of("a comment behind", SUCCESS + "<!-- -->"),
                changed("a processing instruction before", "<result>", "<?php " + SECRET + "?><result>"),
                changed("a processing instruction inside", "200", "200<?php " + SECRET + "?>"),
                BodySample.of("a processing instruction behind", SUCCESS + "<?php " + SECRET + "?>"));
    }

    private static Stream<BodySample> entities() {
        return Stream.of(
                changed("a bare document type", "<result>", "<!DOCTYPE result><result>"),
                changed("an empty document type", "<result>", "<!DOCTYPE result []><result>"),
                changed(
                        "a default attribute",
                        "<result>",
                        "<!DOCTYPE result [<!ATTLIST entry a CDATA \"b\">]><result>"),
                BodySample.of("an entity", withDocumentType("[<!ENTITY id \"" + SECRET + "\">]", "&id;")),
                BodySample.of("an entity that nobody uses", withDocumentType("[<!ENTITY id \"x\">]", "HLR")),
                BodySample.of("an entity that nobody declared", withDocumentType("", "&id;")),
                changed("an entity without document type", "<![CDATA[HLR0000000]]>", "&nbsp;"),
                BodySample.of("a billion laughs", withDocumentType(LAUGHS, "&laugh9;")),
                BodySample.of(
                        "a quadratic blow-up",
                        withDocumentType("[<!ENTITY a \"" + "a".repeat(50_000) + "\">]", "&a;".repeat(50_000))));
    }

    private static Stream<BodySample> spoilt() {
        return Stream.of(
                changed("an entry that is not closed", "200</entry>", "200"),
                changed("an end of another name", "</result>", "</results>"),
                changed("two byte order marks", "<?xml", "\uFEFF\uFEFF<?xml"),
                changed("a blank before the declaration", "<?xml", " <?xml"),
                changed("a control character", "HLR", "\u0001"),
                changed("a million blanks and a sign", ">200<", ">" + " ".repeat(1_000_000) + "-<"),
                BodySample.of("100,000 deep", "<result>".repeat(100_000)),
                BodySample.of("100,000 deep and closed", "<result>".repeat(100_000) + "</result>".repeat(100_000)),
                BodySample.of("100,000 deep below an entry", "<result><entry>" + "<a>".repeat(100_000)),
                changed("another declared encoding", "UTF-8", "ISO-8859-1"),
                new BodySample("Latin-1", REFUSAL_OF_PAGE.getBytes(StandardCharsets.ISO_8859_1)),
                new BodySample("UTF-16", SUCCESS.getBytes(StandardCharsets.UTF_16)));
    }

    private static String withDocumentType(String declarations, String campaign) {
        return SUCCESS.replace("<result>", "<!DOCTYPE result " + declarations + "><result>")
                .replace("<![CDATA[HLR0000000]]>", campaign);
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("[<!ENTITY laugh0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY laugh").append(i).append(" \"");
            entities.append(("&laugh" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return entities.append(']').toString();
    }

    private static BodySample changed(String name, String from, String to) {
        return BodySample.of(name, SUCCESS.replace(from, to));
    }

    private static BodySample refusalChanged(String name, String from, String to) {
        return BodySample.of(name, REFUSAL_OF_PAGE.replace(from, to));
    }
}
