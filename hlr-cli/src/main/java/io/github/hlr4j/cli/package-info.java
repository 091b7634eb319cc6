/** The command {@code hlr}: reads numbers, sends them, receives the answers and writes them down. */
package io.github.hlr4j.cli;
