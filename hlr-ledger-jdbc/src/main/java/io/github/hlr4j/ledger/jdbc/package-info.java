/** Ledgers in a database: {@link io.github.hlr4j.bulk.spi.Ledger} says what they promise, their factories how to open one. */
package io.github.hlr4j.ledger.jdbc;
