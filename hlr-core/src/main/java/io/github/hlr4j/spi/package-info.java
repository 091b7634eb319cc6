/**
 * The ports: what an adapter implements and the use cases call, one method to implement each.
 *
 * <p>Adapters of transports and formats are found by {@link java.util.ServiceLoader} through their providers, or given to
 * a builder. hlr-testkit has contract suites for implementations of transports, decoders and
 * quotas.
 */
package io.github.hlr4j.spi;
