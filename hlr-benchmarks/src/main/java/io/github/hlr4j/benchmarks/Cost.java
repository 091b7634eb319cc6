package io.github.hlr4j.benchmarks;

/**
 * What an operation took.
 *
 * @param nanos how long
 * @param bytes how much memory it asked for
 */
record Cost(double nanos, double bytes) {}
