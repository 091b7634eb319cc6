package io.github.hlr4j.format.xml.wire;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** The element {@code result} of a reply: entries that have a meaning by their position alone (D07, D09). */
@XmlRootElement(name = "result")
public final class ResultElement {

    @XmlElement(name = "entry")
    private final List<String> entries = new ArrayList<>();

    /** Creates an element without entries, to be filled by JAXB. */
    public ResultElement() {}

    /**
     * The texts of the entries.
     *
     * @return the texts in their order, with the white space around them
     */
    public List<String> entries() {
        return entries;
    }
}
