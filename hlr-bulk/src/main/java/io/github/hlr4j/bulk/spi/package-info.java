/**
 * What a ledger has to do: {@link io.github.hlr4j.bulk.spi.Ledger} is the port, the other types are what it keeps. The rules
 * of money and of states are methods of these types, so that every ledger shares them.
 */
package io.github.hlr4j.bulk.spi;
