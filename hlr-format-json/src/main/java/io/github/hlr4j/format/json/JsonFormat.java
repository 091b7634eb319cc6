package io.github.hlr4j.format.json;

import io.github.hlr4j.spi.WireFormatProvider;
import jakarta.json.bind.spi.JsonbProvider;
import java.util.Objects;

/** Makes the JSON format for an application that gives it to a builder instead of having it found. */
public final class JsonFormat {

    private JsonFormat() {}

    /**
     * The format on the JSON-B engine that is present, in practice Yasson.
     *
     * @return a provider that looks for the engine when a decoder is asked for
     */
    public static WireFormatProvider create() {
        return new JsonFormatProvider();
    }

    /**
     * The format on an engine of the caller's choice.
     *
     * <p>An engine is taken rather than a finished {@code Jsonb}, because what makes replies safe to believe are the
     * deserializers that are built into it here.
     *
     * @param engine the JSON-B engine
     * @return a provider on that engine
     */
    public static WireFormatProvider using(JsonbProvider engine) {
        Objects.requireNonNull(engine, "engine");
        return new JsonFormatProvider(engine::create);
    }
}
