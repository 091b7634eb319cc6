package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.MalformedBodyException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * A parser that stops at what no message of the service needs: document type, entity, processing instruction, depth.
 *
 * <p>It looks at the events as they come, because the settings of a parser alone do not refuse: a bare document type would
 * be passed over in silence.
 */
class GuardedReader extends StreamReaderDelegate {

    private final int maxDepth;
    private int depth;

    GuardedReader(XMLStreamReader parser, int maxDepth) {
        super(parser);
        this.maxDepth = maxDepth;
    }

    @Override
    public final int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > maxDepth) {
                    throw new MalformedBodyException("the XML is nested deeper than " + maxDepth);
                }
                atStart(depth);
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> atText(depth);
            case XMLStreamConstants.COMMENT -> atComment();
            case XMLStreamConstants.END_DOCUMENT -> {}
            default ->
                throw new MalformedBodyException(
                        "the XML has a document type, an entity or a processing instruction, which none is allowed here");
        }
        return event;
    }

    /** Called at the start of an element; the root has depth 1. */
    void atStart(int elementDepth) {}

    /** Called at text inside the element of a depth. */
    void atText(int elementDepth) {}

    /** Called at a comment. */
    void atComment() {}
}
