package io.github.hlr4j.it.wrong.notification;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The tree of the JDK with the settings that it comes with, which obey a document type: to entities, files, addresses. */
final class BareDom implements NotificationDecoder {

    private final DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        try {
            DocumentBuilder parser = parsers.newDocumentBuilder();
            // Throws as well, but does not print.
            parser.setErrorHandler(new DefaultHandler());
            return List.of(fields(parser.parse(new ByteArrayInputStream(body)).getDocumentElement()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new MalformedBodyException("not XML");
        }
    }

    private static Map<String, String> fields(Element result) {
        Map<String, String> fields = new HashMap<>();
        for (Node child = result.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element field) {
                fields.put(field.getTagName(), field.getTextContent().strip());
            }
        }
        return fields;
    }
}
