package io.github.hlr4j.it.wrong.reply;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.ReplyText;
import io.github.hlr4j.spi.SubmissionReply;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parser of the JDK with the settings that it comes with, which obey a document type. */
final class BareStax implements ReplyDecoder {

    @Override
    public SubmissionReply decode(byte[] body) {
        try {
            List<String> entries = new ArrayList<>();
            XMLStreamReader reader = XMLInputFactory.newInstance()
                    .createXMLStreamReader(new StringReader(ReplyText.utf8(body).replaceFirst("^\uFEFF", "")));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("entry")) {
                    entries.add(reader.getElementText().trim());
                }
            }
            return Entries.toReply(entries);
        } catch (XMLStreamException e) {
            throw new MalformedBodyException("not XML");
        }
    }
}
