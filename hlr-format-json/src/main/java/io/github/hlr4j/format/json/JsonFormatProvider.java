package io.github.hlr4j.format.json;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.spi.JsonbProvider;
import jakarta.json.spi.JsonProvider;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The JSON format as {@link ServiceLoader} finds it.
 *
 * <p>Asking for a decoder throws {@link ConfigurationException} where there is no JSON-B engine that works: before a request
 * leaves, not after it was paid for.
 */
public final class JsonFormatProvider implements WireFormatProvider {

    private final Supplier<JsonbBuilder> engine;

    /** Creates a provider on the engine that the class loader of this module sees when a decoder is asked for. */
    public JsonFormatProvider() {
        this(() -> findEngine(JsonFormatProvider.class.getClassLoader()));
    }

    JsonFormatProvider(Supplier<JsonbBuilder> engine) {
        this.engine = engine;
    }

    @Override
    public ReplyFormat format() {
        return ReplyFormat.JSON;
    }

    @Override
    public ReplyDecoder replyDecoder() {
        return onEngine(JsonReplyDecoder::new);
    }

    @Override
    public NotificationDecoder notificationDecoder() {
        return onEngine(JsonNotificationDecoder::new);
    }

    /**
     * The standard's own look-up asks the context class loader of whichever thread comes first, which may see another copy
     * of the engine or none.
     */
    static JsonbBuilder findEngine(ClassLoader loader) {
        JsonbProvider engine = first(ServiceLoader.load(JsonbProvider.class, loader), JsonbProvider.class);
        JsonProvider parser = first(ServiceLoader.load(JsonProvider.class, loader), JsonProvider.class);
        return engine.create().withProvider(parser);
    }

    private static <S> S first(ServiceLoader<S> services, Class<S> service) {
        return services.findFirst()
                .orElseThrow(() -> new ConfigurationException("No JSON engine was found: nothing provides "
                        + service.getName() + ".\nAdd org.eclipse:yasson and org.eclipse.parsson:parsson to the class"
                        + " path or module path, or give an engine to JsonFormat.using(JsonbProvider)."));
    }

    private <D> D onEngine(Function<JsonbBuilder, D> decoder) {
        try {
            return decoder.apply(engine.get());
        } catch (JsonbException | JsonException | ServiceConfigurationError e) {
            throw new ConfigurationException(
                    "The JSON engine cannot be used: " + e.getMessage()
                            + "\nMend its jars, or give another engine to JsonFormat.using(JsonbProvider).",
                    e);
        }
    }
}
