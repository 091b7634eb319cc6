package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Reads notifications (A03), whose shape nobody documents: an element with a child named like a field of D11 is a result;
 * it is the root, whatever the root's name, or else each child of the root that is such an element.
 *
 * <p>Attributes, namespaces, other elements and a declared encoding are ignored; UTF-8 with its errors replaced is read.
 * White space around a text is layout and is dropped. JAXB is not used: it binds roots by their name, and here no name is
 * known.
 */
final class XmlNotificationDecoder implements NotificationDecoder {

    private static final int MAX_DEPTH = 8;

    private static final Set<String> FIELDS =
            Set.of("phone", "messageId", "mccMnc", "ported", "errorGrpId", "errorName", "errorDesc", "date");

    private final XmlParsers parsers = new XmlParsers();

    XmlNotificationDecoder() {}

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        try {
            Element root = Element.read(new GuardedReader(parsers.open(XmlDocument.tolerant(body)), MAX_DEPTH));
            return results(root).stream().map(XmlNotificationDecoder::fields).toList();
        } catch (XMLStreamException | RuntimeException e) {
            throw XmlDocument.withoutValues(e);
        }
    }

    private static List<Element> results(Element root) {
        List<Element> results = isResult(root)
                ? List.of(root)
                : root.children().stream()
                        .filter(XmlNotificationDecoder::isResult)
                        .toList();
        if (results.isEmpty()) {
            throw new MalformedBodyException("a notification without a result");
        }
        if (results.size() > MAX_RESULTS) {
            throw new MalformedBodyException("a notification with more than " + MAX_RESULTS + " results");
        }
        return results;
    }

    private static boolean isResult(Element element) {
        return element.children().stream().anyMatch(XmlNotificationDecoder::isField);
    }

    private static boolean isField(Element element) {
        return element.children().isEmpty() && FIELDS.contains(element.name());
    }

    private static Map<String, String> fields(Element result) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Element child : result.children()) {
            if (names.add(child.name()) && names.size() > MAX_FIELDS) {
                throw new MalformedBodyException("a result with more than " + MAX_FIELDS + " fields");
            }
            if (isField(child)) {
                put(fields, child.name(), child.text().strip());
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String text) {
        String earlier = fields.putIfAbsent(name, text);
        if (earlier != null && !earlier.equals(text)) {
            throw new MalformedBodyException("a result with two values of one field");
        }
    }
}
