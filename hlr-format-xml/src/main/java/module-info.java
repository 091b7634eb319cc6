/** Reads the service's replies and notifications in XML, by Jakarta XML Binding. */
module io.github.hlr4j.format.xml {
    requires transitive io.github.hlr4j.core;
    requires transitive jakarta.xml.bind;
    requires java.xml;

    exports io.github.hlr4j.format.xml;

    // To everybody, because which JAXB implementation looks at it is known at run time alone.
    opens io.github.hlr4j.format.xml.wire;

    uses jakarta.xml.bind.JAXBContextFactory;

    provides io.github.hlr4j.spi.WireFormatProvider with
            io.github.hlr4j.format.xml.XmlFormatProvider;
}
