package io.github.hlr4j.format.xml;

import io.github.hlr4j.format.xml.wire.ResultElement;
import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads replies (D07, D09) by JAXB over a parser that has checked the shape: strict UTF-8, declared as such or not at all.
 *
 * <p>The context is made once and shared; an unmarshaller is not safe for concurrent use and is made for each body.
 */
final class XmlReplyDecoder implements ReplyDecoder {

    private static final String ENCODING = "UTF-8";

    private final XmlParsers parsers = new XmlParsers();
    private final JAXBContext context;

    XmlReplyDecoder(JAXBContext context) {
        this.context = context;
    }

    @Override
    public SubmissionReply decode(byte[] body) {
        XmlDocument document = XmlDocument.strict(body);
        try {
            return ReplyEntries.toReply(unmarshal(parsers.open(document)));
        } catch (JAXBException | XMLStreamException | RuntimeException e) {
            throw XmlDocument.withoutValues(e);
        }
    }

    private List<String> unmarshal(XMLStreamReader parser) throws JAXBException, XMLStreamException {
        requireEncoding(parser.getCharacterEncodingScheme());
        XMLStreamReader reader = new ReplyShapeReader(parser);
        ResultElement result = context.createUnmarshaller()
                .unmarshal(reader, ResultElement.class)
                .getValue();
        // Nothing obliges an implementation to look behind the end of the root.
        while (reader.hasNext()) {
            reader.next();
        }
        return result.entries();
    }

    private static void requireEncoding(String declared) {
        if (declared != null && !declared.toUpperCase(Locale.ROOT).equals(ENCODING)) {
            throw new MalformedBodyException("the XML declares another encoding than " + ENCODING);
        }
    }
}
