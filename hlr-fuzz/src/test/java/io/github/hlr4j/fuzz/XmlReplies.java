package io.github.hlr4j.fuzz;

import io.github.hlr4j.spi.SubmissionReply;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Replies in XML as the document object model of the JDK sees them. */
final class XmlReplies implements ReplyOracle {

    private final DocumentBuilder builder = builder();

    @Override
    public String spelling(SubmissionReply reply) {
        return texts(reply).stream()
                .map(text -> "<entry>" + Spelt.xml(text) + "</entry>")
                .collect(Collectors.joining("", "<?xml version=\"1.1\"?><result>", "</result>"));
    }

    @Override
    public boolean confirms(SubmissionReply reply, String body) {
        try {
            String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
            Element root =
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            NodeList entries = root.getChildNodes();
            List<String> found = new ArrayList<>();
            for (int i = 0; i < entries.getLength(); i++) {
                if (entries.item(i) instanceof Element entry) {
                    found.add(entry.getTextContent().trim());
                }
            }
            return root.getTagName().equals("result") && found.equals(texts(reply));
        } catch (SAXException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError("a text cannot fail to be read", e);
        }
    }

    private static List<String> texts(SubmissionReply reply) {
        if (reply instanceof SubmissionReply.Success success) {
            return List.of(
                    "true",
                    String.valueOf(success.code()),
                    success.campaignId(),
                    String.valueOf(success.number()),
                    success.cost().toPlainString(),
                    success.currency());
        }
        SubmissionReply.Failure failure = (SubmissionReply.Failure) reply;
        return List.of(
                "false", String.valueOf(failure.code()), failure.message().orElse(""));
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder made = factory.newDocumentBuilder();
            made.setErrorHandler(new DefaultHandler());
            return made;
        } catch (ParserConfigurationException e) {
            throw new AssertionError("the parser of the JDK knows this feature", e);
        }
    }
}
