/**
 * The ports: what an adapter implements and the use cases call, one method each.
 *
 * <p>Adapters of transports and formats are found by {@link java.util.ServiceLoader} through their providers, or given to
 * a builder. The contract suites of hlr-testkit check an implementation of each port.
 */
package io.github.hlr4j.spi;
