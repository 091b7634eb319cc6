package io.github.hlr4j.format.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a notification: its name without prefix, the text directly in it, and the elements in it.
 *
 * @param name the name behind the prefix
 * @param text the text, comments left out
 * @param children the elements in their order
 */
record Element(String name, String text, List<Element> children) {

    /** Reads a document to its end; the depth of the recursion is the reader's to bound. */
    static Element read(XMLStreamReader reader) throws XMLStreamException {
        Element root = null;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                root = readElement(reader);
            }
        }
        return root;
    }

    private static Element readElement(XMLStreamReader reader) throws XMLStreamException {
        String name = withoutPrefix(reader.getLocalName());
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(readElement(reader));
            } else if (event != XMLStreamConstants.COMMENT) {
                text.append(reader.getText());
            }
        }
        return new Element(name, text.toString(), children);
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
