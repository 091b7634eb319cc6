package io.github.hlr4j.format.json;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.spi.JsonbProvider;
import java.util.function.Supplier;

/**
 * The JSON format as {@link java.util.ServiceLoader} finds it.
 *
 * <p>Asking for a decoder throws {@link ConfigurationException} where no JSON-B engine is present: before a request leaves,
 * not after it was paid for.
 */
public final class JsonFormatProvider implements WireFormatProvider {

    private final Supplier<JsonbProvider> engine;

    /** Creates a provider on the engine that will be found when a decoder is asked for. */
    public JsonFormatProvider() {
        this(JsonbProvider::provider);
    }

    JsonFormatProvider(Supplier<JsonbProvider> engine) {
        this.engine = engine;
    }

    @Override
    public ReplyFormat format() {
        return ReplyFormat.JSON;
    }

    @Override
    public ReplyDecoder replyDecoder() {
        return new JsonReplyDecoder(findEngine());
    }

    @Override
    public NotificationDecoder notificationDecoder() {
        return new JsonNotificationDecoder(findEngine());
    }

    private JsonbProvider findEngine() {
        try {
            return engine.get();
        } catch (JsonbException e) {
            throw new ConfigurationException(
                    "No JSON-B engine was found.\nAdd org.eclipse:yasson and org.eclipse.parsson:parsson to the class path or"
                            + " module path, or give an engine to JsonFormat.using(JsonbProvider).",
                    e);
        }
    }
}
