/** Reads the service's replies and notifications in XML, by Jakarta XML Binding. */
module io.github.hlr4j.format.xml {
    requires transitive io.github.hlr4j.core;
    requires transitive jakarta.xml.bind;
    requires java.xml;

    exports io.github.hlr4j.format.xml;

    opens io.github.hlr4j.format.xml.wire to
            jakarta.xml.bind;

    provides io.github.hlr4j.spi.WireFormatProvider with
            io.github.hlr4j.format.xml.XmlFormatProvider;
}
