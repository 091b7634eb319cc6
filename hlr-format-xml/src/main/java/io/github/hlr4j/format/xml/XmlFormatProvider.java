package io.github.hlr4j.format.xml;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.format.xml.wire.ResultElement;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBContextFactory;
import jakarta.xml.bind.JAXBException;
import java.util.Map;

/**
 * The XML format as {@link java.util.ServiceLoader} finds it.
 *
 * <p>Asking for the decoder of replies throws {@link ConfigurationException} where no JAXB implementation is present:
 * before a request leaves, not after it was paid for. Notifications need none.
 */
public final class XmlFormatProvider implements WireFormatProvider {

    private final JAXBContextFactory implementation;

    /** Creates a provider on the JAXB implementation that will be found when the decoder of replies is asked for. */
    public XmlFormatProvider() {
        this(new FoundImplementation());
    }

    XmlFormatProvider(JAXBContextFactory implementation) {
        this.implementation = implementation;
    }

    @Override
    public ReplyFormat format() {
        return ReplyFormat.XML;
    }

    @Override
    public ReplyDecoder replyDecoder() {
        try {
            return new XmlReplyDecoder(implementation.createContext(new Class<?>[] {ResultElement.class}, Map.of()));
        } catch (JAXBException e) {
            throw new ConfigurationException(
                    "No JAXB implementation was found that works.\nAdd org.glassfish.jaxb:jaxb-runtime to the class path or"
                            + " module path, or give an implementation to XmlFormat.using(JAXBContextFactory).",
                    e);
        }
    }

    @Override
    public NotificationDecoder notificationDecoder() {
        return new XmlNotificationDecoder();
    }

    /** What the JAXB API finds by its own rules. */
    private static final class FoundImplementation implements JAXBContextFactory {

        @Override
        public JAXBContext createContext(Class<?>[] classes, Map<String, ?> properties) throws JAXBException {
            return JAXBContext.newInstance(classes, properties);
        }

        @Override
        public JAXBContext createContext(String path, ClassLoader loader, Map<String, ?> properties)
                throws JAXBException {
            return JAXBContext.newInstance(path, loader, properties);
        }
    }
}
