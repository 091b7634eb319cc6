package io.github.hlr4j.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.spi.JsonbProvider;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JsonFormatTest {

    private static final byte[] REFUSAL = "{\"success\":false,\"code\":1}".getBytes(UTF_8);

    @Test
    void looksForNoEngineBeforeADecoderIsAskedFor() {
        AtomicInteger builders = new AtomicInteger();
        WireFormatProvider provider = JsonFormat.using(counting(builders));
        assertThat(provider.format()).isEqualTo(ReplyFormat.JSON);
        assertThat(builders).hasValue(0);
    }

    @Test
    void buildsOneEngineForADecoderAndKeepsIt() {
        AtomicInteger builders = new AtomicInteger();
        ReplyDecoder decoder = JsonFormat.using(counting(builders)).replyDecoder();
        for (int i = 0; i < 3; i++) {
            assertThat(decoder.decode(REFUSAL)).isEqualTo(new SubmissionReply.Failure(1, Optional.empty()));
        }
        assertThat(builders).hasValue(1);
    }

    @Test
    void saysWhatToAddWhereThereIsNoEngine() {
        WireFormatProvider provider =
                new JsonFormatProvider(() -> JsonEngine.find(ClassLoader.getPlatformClassLoader()));
        assertThatThrownBy(provider::replyDecoder)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing provides jakarta.json.bind.spi.JsonbProvider")
                .hasMessageContaining("Add org.eclipse:yasson");
        assertThatThrownBy(provider::notificationDecoder).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void saysWhyAnEngineCannotBeUsed() {
        WireFormatProvider provider = new JsonFormatProvider(() -> {
            throw new JsonbException("half of it is missing");
        });
        assertThatThrownBy(provider::replyDecoder)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("half of it is missing");
    }

    @Test
    void findsTheEngineWhateverTheContextClassLoaderOfTheThread() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(JsonFormat.create().replyDecoder().decode(REFUSAL)).isNotNull();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void namesThePlaceOfAMistakeAndNotTheText() {
        assertThatThrownBy(
                        () -> JsonFormat.create().replyDecoder().decode("{\"code\":\n  +33639980001}".getBytes(UTF_8)))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageStartingWith("not JSON at line 2, column ")
                .hasMessageNotContaining("3998")
                .hasNoCause();
    }

    private static JsonbProvider counting(AtomicInteger builders) {
        return new JsonbProvider() {
            @Override
            public JsonbBuilder create() {
                builders.incrementAndGet();
                return JsonbProvider.provider().create();
            }
        };
    }
}
