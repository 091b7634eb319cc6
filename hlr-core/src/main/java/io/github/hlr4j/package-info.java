/**
 * The vocabulary of number verification: numbers, requests, outcomes and results, all immutable and validated.
 *
 * <p>Nothing in this package opens a connection, reads a clock or depends on another package of the library.
 */
package io.github.hlr4j;
