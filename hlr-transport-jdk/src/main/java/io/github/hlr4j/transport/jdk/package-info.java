/** The transport on {@code java.net.http}: one POST, whatever happens, and a deadline over the whole exchange. */
package io.github.hlr4j.transport.jdk;
