/** Reads the service's replies and notifications in JSON, by Jakarta JSON Binding. */
module io.github.hlr4j.format.json {
    requires transitive io.github.hlr4j.core;
    requires transitive jakarta.json.bind;
    requires jakarta.json;

    exports io.github.hlr4j.format.json;

    // To everybody, because Yasson looks at target types with the rights of a stranger.
    opens io.github.hlr4j.format.json.wire;

    uses jakarta.json.bind.spi.JsonbProvider;
    uses jakarta.json.spi.JsonProvider;

    provides io.github.hlr4j.spi.WireFormatProvider with
            io.github.hlr4j.format.json.JsonFormatProvider;
}
