package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.MalformedBodyException;
import javax.xml.stream.XMLStreamReader;

/**
 * A parser that lets nothing pass but {@code result} with up to six {@code entry} elements that hold text (D07, D09).
 *
 * <p>JAXB on its own takes any root, leaves out what it does not know and keeps the last piece of a text with markup inside:
 * too forgiving where an entry has its meaning by its position.
 */
final class ReplyShapeReader extends GuardedReader {

    private static final int MAX_DEPTH = 2;
    private static final int MAX_ENTRIES = 6;

    private int entries;

    ReplyShapeReader(XMLStreamReader parser) {
        super(parser, MAX_DEPTH);
    }

    @Override
    void atStart(int elementDepth) {
        String expected = elementDepth == 1 ? "result" : "entry";
        if (!getLocalName().equals(expected)) {
            throw new MalformedBodyException("a reply holds an element where " + expected + " is expected");
        }
        if (getAttributeCount() > 0) {
            throw new MalformedBodyException("a reply has neither namespaces nor attributes");
        }
        if (elementDepth == MAX_DEPTH && ++entries > MAX_ENTRIES) {
            throw new MalformedBodyException("a reply has more than " + MAX_ENTRIES + " entries");
        }
    }

    @Override
    void atText(int elementDepth) {
        if (elementDepth < MAX_DEPTH && !isWhiteSpace()) {
            throw new MalformedBodyException("a reply holds text outside its entries");
        }
    }

    @Override
    void atComment() {
        throw new MalformedBodyException("a reply holds a comment");
    }
}
