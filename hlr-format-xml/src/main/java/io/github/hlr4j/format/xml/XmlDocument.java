package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyText;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A body as text, and a parser over it that reads nothing else: no document type, no entity, no file and no network.
 *
 * <p>The parser is the JDK's own. {@code XMLInputFactory.newInstance()} would take whichever is on the class path, and not
 * each of them obeys these settings. Namespaces are not resolved: none is expected, and resolving thousands of them takes
 * time that grows with their square.
 */
final class XmlDocument {

    private static final String ATTRIBUTE_LIMIT = "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";
    private static final int MAX_ATTRIBUTES = 100;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;

    private XmlDocument(String decoded) {
        this.text = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
    }

    /** Bytes that are not UTF-8 are an error. */
    static XmlDocument strict(byte[] body) {
        return new XmlDocument(ReplyText.utf8(body));
    }

    /** Bytes that are not UTF-8 become replacement characters. */
    static XmlDocument tolerant(byte[] body) {
        return new XmlDocument(new String(body, StandardCharsets.UTF_8));
    }

    /** Opens a parser; it stands before the document and must still be wrapped by a {@link GuardedReader}. */
    XMLStreamReader open() throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(ATTRIBUTE_LIMIT, MAX_ATTRIBUTES);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory.createXMLStreamReader(new StringReader(text));
    }

    /** Turns whatever a parser or binder threw into an exception that repeats nothing of the body. */
    static MalformedBodyException withoutValues(Exception thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof MalformedBodyException ours) {
                return ours;
            }
            if (t instanceof XMLStreamException syntax && syntax.getLocation() != null) {
                return new MalformedBodyException("not well-formed XML at line "
                        + syntax.getLocation().getLineNumber() + ", column "
                        + syntax.getLocation().getColumnNumber());
            }
        }
        return new MalformedBodyException(
                "not readable as XML (" + thrown.getClass().getSimpleName() + ")");
    }
}
