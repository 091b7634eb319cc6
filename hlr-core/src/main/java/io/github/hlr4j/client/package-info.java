/** The use case of sending: {@link io.github.hlr4j.client.HlrClient}. */
package io.github.hlr4j.client;
