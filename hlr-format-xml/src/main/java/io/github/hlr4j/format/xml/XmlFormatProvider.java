package io.github.hlr4j.format.xml;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.format.xml.wire.ResultElement;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.xml.bind.JAXBContextFactory;
import jakarta.xml.bind.JAXBException;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The XML format as {@link ServiceLoader} finds it.
 *
 * <p>Asking for the decoder of replies throws {@link ConfigurationException} where there is no JAXB implementation that
 * works: before a request leaves, not after it was paid for. Notifications need none.
 */
public final class XmlFormatProvider implements WireFormatProvider {

    private final Supplier<JAXBContextFactory> implementation;

    /**
     * Creates a provider on the JAXB implementation that the class loader of this module sees when the decoder of replies is
     * asked for.
     */
    public XmlFormatProvider() {
        this(() -> findImplementation(XmlFormatProvider.class.getClassLoader()));
    }

    XmlFormatProvider(Supplier<JAXBContextFactory> implementation) {
        this.implementation = implementation;
    }

    @Override
    public ReplyFormat format() {
        return ReplyFormat.XML;
    }

    @Override
    public ReplyDecoder replyDecoder() {
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

    @Override
    public NotificationDecoder notificationDecoder() {
        return new XmlNotificationDecoder();
    }

    /**
     * The standard's own look-up asks system properties and the context class loader of whichever thread comes first, which
     * may see another copy of the implementation or none.
     */
    static JAXBContextFactory findImplementation(ClassLoader loader) {
        return ServiceLoader.load(JAXBContextFactory.class, loader)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "No JAXB implementation was found: nothing provides " + JAXBContextFactory.class.getName()
                                + ".\nAdd org.glassfish.jaxb:jaxb-runtime to the class path or module path, or give an"
                                + " implementation to XmlFormat.using(JAXBContextFactory)."));
    }
}
