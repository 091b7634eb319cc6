package io.github.hlr4j.format.xml;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.format.xml.wire.ResultElement;
import io.github.hlr4j.spi.ReplyDecoder;
import jakarta.xml.bind.JAXBContextFactory;
import jakarta.xml.bind.JAXBException;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The JAXB implementation behind the decoder of replies. Apart from the provider, which is looked at by those who read JSON as
 * well: Java loads what a class catches and what its lambdas return as soon as it looks at them.
 */
final class JaxbImplementation {

    private final Supplier<JAXBContextFactory> implementation;

    JaxbImplementation(Supplier<JAXBContextFactory> implementation) {
        this.implementation = implementation;
    }

    static JaxbImplementation seenBy(ClassLoader loader) {
        return new JaxbImplementation(() -> find(loader));
    }

    /**
     * The standard's own look-up asks system properties and the context class loader of whichever thread comes first, which
     * may see another copy of the implementation or none.
     */
    static JAXBContextFactory find(ClassLoader loader) {
        return ServiceLoader.load(JAXBContextFactory.class, loader)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "No JAXB implementation was found: nothing provides " + JAXBContextFactory.class.getName()
                                + ".\nAdd org.glassfish.jaxb:jaxb-runtime to the class path or module path, or give an"
                                + " implementation to XmlFormat.using(JAXBContextFactory)."));
    }

    ReplyDecoder replyDecoder() {
        try {
            Class<?>[] classes = {ResultElement.class};
            return new XmlReplyDecoder(implementation.get().createContext(classes, Map.of()));
        } catch (JAXBException | ServiceConfigurationError e) {
            throw new ConfigurationException(
                    "The JAXB implementation cannot be used: " + e.getMessage()
                            + "\nMend its jars, or give another implementation to XmlFormat.using(JAXBContextFactory).",
                    e);
        }
    }
}
