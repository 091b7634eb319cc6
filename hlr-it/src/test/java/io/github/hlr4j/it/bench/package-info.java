/**
 * Measurements of the callback receiver, started by {@code bin/bench-callback} and {@code bin/time-tokens}; no test, and no
 * test runs them.
 */
package io.github.hlr4j.it.bench;
