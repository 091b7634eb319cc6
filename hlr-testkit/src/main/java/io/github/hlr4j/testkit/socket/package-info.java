/**
 * A server on a bare socket that misbehaves as told: what HTTP libraries are too polite for.
 *
 * <p>{@link io.github.hlr4j.testkit.socket.RawHttpServer} runs a
 * {@link io.github.hlr4j.testkit.socket.RawScript} for each request and counts what arrives.
 * {@link io.github.hlr4j.testkit.socket.ClosedPort} and {@link io.github.hlr4j.testkit.socket.FullBacklog} are addresses
 * to which no connection can be made; with a {@link io.github.hlr4j.testkit.socket.SelfSignedCertificate} a server speaks
 * TLS that nobody should trust. All of it listens on loopback and knows no JUnit.
 */
package io.github.hlr4j.testkit.socket;
