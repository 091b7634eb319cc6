package io.github.hlr4j.format.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBContextFactory;
import jakarta.xml.bind.JAXBException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XmlFormatTest {

    private static final byte[] REFUSAL =
            "<result><entry>false</entry><entry>1</entry><entry/></result>".getBytes(UTF_8);

    @Test
    void makesNoContextBeforeADecoderOfRepliesIsAskedFor() {
        Implementation implementation = new Implementation();
        WireFormatProvider provider = XmlFormat.using(implementation);
        assertThat(provider.format()).isEqualTo(ReplyFormat.XML);
        assertThat(provider.notificationDecoder()).isNotNull();
        assertThat(implementation.contexts).isZero();
    }

    @Test
    void makesOneContextForADecoderAndKeepsIt() {
        Implementation implementation = new Implementation();
        ReplyDecoder decoder = XmlFormat.using(implementation).replyDecoder();
        for (int i = 0; i < 3; i++) {
            assertThat(decoder.decode(REFUSAL)).isEqualTo(new SubmissionReply.Failure(1, Optional.empty()));
        }
        assertThat(implementation.contexts).isOne();
    }

    @Test
    void saysWhatToAddWhereThereIsNoImplementation() {
        WireFormatProvider provider =
                new XmlFormatProvider(() -> JaxbImplementation.find(ClassLoader.getPlatformClassLoader()));
        assertThatThrownBy(provider::replyDecoder)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing provides jakarta.xml.bind.JAXBContextFactory")
                .hasMessageContaining("Add org.glassfish.jaxb:jaxb-runtime");
    }

    @Test
    void saysWhyAnImplementationCannotBeUsed() {
        Implementation implementation = new Implementation();
        implementation.broken = true;
        assertThatThrownBy(XmlFormat.using(implementation)::replyDecoder)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("half of it is missing");
    }

    @Test
    void findsTheImplementationWhateverTheContextClassLoaderOfTheThread() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(XmlFormat.create().replyDecoder().decode(REFUSAL)).isNotNull();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void namesThePlaceOfAMistakeAndNotTheText() {
        byte[] body = "<result>\n <entry>33639980001</b></result>".getBytes(UTF_8);
        assertThatThrownBy(() -> XmlFormat.create().replyDecoder().decode(body))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageStartingWith("not well-formed XML at line 2, column ")
                .hasMessageNotContaining("3998")
                .hasNoCause();
    }

    private static final class Implementation implements JAXBContextFactory {

        private int contexts;
        private boolean broken;

        @Override
        public JAXBContext createContext(Class<?>[] classes, Map<String, ?> properties) throws JAXBException {
            contexts++;
            if (broken) {
                throw new JAXBException("half of it is missing");
            }
            return JAXBContext.newInstance(classes, properties);
        }

        @Override
        public JAXBContext createContext(String path, ClassLoader loader, Map<String, ?> properties)
                throws JAXBException {
            throw new JAXBException("classes are given, not a path");
        }
    }
}
