package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyText;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/** A body as text. */
final class XmlDocument {

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

    Reader reader() {
        return new StringReader(text);
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
