package io.github.hlr4j.format.json;

import io.github.hlr4j.ConfigurationException;
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
 * The JSON-B engine behind the decoders. Apart from the provider, which is looked at by those who read XML as well: Java loads
 * what a class catches and what its lambdas return as soon as it looks at them.
 */
final class JsonEngine {

    private final Supplier<JsonbBuilder> engine;

    JsonEngine(Supplier<JsonbBuilder> engine) {
        this.engine = engine;
    }

    static JsonEngine seenBy(ClassLoader loader) {
        return new JsonEngine(() -> find(loader));
    }

    /**
     * The standard's own look-up asks the context class loader of whichever thread comes first, which may see another copy
     * of the engine or none.
     */
    static JsonbBuilder find(ClassLoader loader) {
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

    <D> D build(Function<JsonbBuilder, D> decoder) {
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
