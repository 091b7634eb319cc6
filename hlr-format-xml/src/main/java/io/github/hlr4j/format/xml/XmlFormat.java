package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.xml.bind.JAXBContextFactory;
import java.util.Objects;

/** Makes the XML format for an application that gives it to a builder instead of having it found. */
public final class XmlFormat {

    private XmlFormat() {}

    /**
     * The format on the JAXB implementation that is present.
     *
     * @return a provider that looks for the implementation when the decoder of replies is asked for
     */
    public static WireFormatProvider create() {
        return new XmlFormatProvider();
    }

    /**
     * The format on a JAXB implementation of the caller's choice.
     *
     * @param implementation what makes the context, used once for each decoder of replies
     * @return a provider on that implementation
     */
    public static WireFormatProvider using(JAXBContextFactory implementation) {
        Objects.requireNonNull(implementation, "implementation");
        return new XmlFormatProvider(() -> implementation);
    }
}
