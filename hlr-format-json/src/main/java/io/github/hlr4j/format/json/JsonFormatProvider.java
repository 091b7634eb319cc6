package io.github.hlr4j.format.json;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.json.bind.JsonbBuilder;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The JSON format as {@link ServiceLoader} finds it.
 *
 * <p>Asking for a decoder throws {@link ConfigurationException} where there is no JSON-B engine that works: before a request
 * leaves, not after it was paid for.
 */
public final class JsonFormatProvider implements WireFormatProvider {

    private final Supplier<JsonEngine> engine;

    /** Creates a provider on the engine that the class loader of this module sees when a decoder is asked for. */
    public JsonFormatProvider() {
        engine = () -> JsonEngine.seenBy(JsonFormatProvider.class.getClassLoader());
    }

    JsonFormatProvider(Supplier<JsonbBuilder> engine) {
        this.engine = () -> new JsonEngine(engine);
    }

    @Override
    public ReplyFormat format() {
        return ReplyFormat.JSON;
    }

    @Override
    public ReplyDecoder replyDecoder() {
        return engine.get().build(JsonReplyDecoder::new);
    }

    @Override
    public NotificationDecoder notificationDecoder() {
        return engine.get().build(JsonNotificationDecoder::new);
    }
}
