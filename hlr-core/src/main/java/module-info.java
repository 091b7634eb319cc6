/**
 * The domain, the ports and the use cases of hlr4j: everything that does not depend on a technology.
 *
 * <p>An application works with {@code io.github.hlr4j}, {@code io.github.hlr4j.client} and, for the answers,
 * {@code io.github.hlr4j.callback}. Whoever writes an adapter, or counts and logs what happens inside, implements
 * {@code io.github.hlr4j.spi}.
 */
module io.github.hlr4j.core {
    exports io.github.hlr4j;
    exports io.github.hlr4j.callback;
    exports io.github.hlr4j.client;
    exports io.github.hlr4j.quota;
    exports io.github.hlr4j.spi;

    uses io.github.hlr4j.spi.HttpTransportProvider;
    uses io.github.hlr4j.spi.WireFormatProvider;
}
