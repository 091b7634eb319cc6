/**
 * Lists of millions of numbers: no number paid for twice, no answer lost, and every doubt listed.
 *
 * <p>An application works with {@code io.github.hlr4j.bulk}. Whoever keeps the books elsewhere implements
 * {@code io.github.hlr4j.bulk.spi}.
 */
module io.github.hlr4j.bulk {
    requires transitive io.github.hlr4j.core;

    exports io.github.hlr4j.bulk;
    exports io.github.hlr4j.bulk.spi;
}
