package io.github.hlr4j.format.xml;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens parsers that read a document and nothing else: no document type, no entity, no file and no network.
 *
 * <p>The parser is the JDK's own. {@code XMLInputFactory.newInstance()} would take whichever is on the class path, and not
 * each of them obeys these settings. Namespaces are not resolved: none is expected, and resolving thousands of them takes
 * time that grows with their square.
 *
 * <p>Making a factory takes longer than reading a reply, so it is made once. Nobody promises that a factory may be shared
 * by threads, so parsers are opened one at a time.
 */
final class XmlParsers {

    private static final String ATTRIBUTE_LIMIT = "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";
    private static final int MAX_ATTRIBUTES = 100;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    XmlParsers() {
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(ATTRIBUTE_LIMIT, MAX_ATTRIBUTES);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
    }

    /** Opens a parser; it stands before the document and must still be wrapped by a {@link GuardedReader}. */
    synchronized XMLStreamReader open(XmlDocument document) throws XMLStreamException {
        return factory.createXMLStreamReader(document.reader());
    }
}
