/** A transport on Apache HttpClient 5: one POST, whatever happens, and a deadline over the whole exchange. */
package io.github.hlr4j.example.transport.apache;
