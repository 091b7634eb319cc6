package io.github.hlr4j.format.xml;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.xml.bind.JAXBContextFactory;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The XML format as {@link ServiceLoader} finds it.
 *
 * <p>Asking for the decoder of replies throws {@link ConfigurationException} where there is no JAXB implementation that
 * works: before a request leaves, not after it was paid for. Notifications need none.
 */
public final class XmlFormatProvider implements WireFormatProvider {

    private final Supplier<JaxbImplementation> implementation;

    /**
     * Creates a provider on the JAXB implementation that the class loader of this module sees when the decoder of replies is
     * asked for.
     */
    public XmlFormatProvider() {
        implementation = () -> JaxbImplementation.seenBy(XmlFormatProvider.class.getClassLoader());
    }

    XmlFormatProvider(Supplier<JAXBContextFactory> implementation) {
        this.implementation = () -> new JaxbImplementation(implementation);
    }

    @Override
    public ReplyFormat format() {
        return ReplyFormat.XML;
    }

    @Override
    public ReplyDecoder replyDecoder() {
        return implementation.get().replyDecoder();
    }

    @Override
    public NotificationDecoder notificationDecoder() {
        return new XmlNotificationDecoder();
    }
}
