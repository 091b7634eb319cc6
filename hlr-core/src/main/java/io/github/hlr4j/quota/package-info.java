/** The quota of the service, kept on this side: 360 requests a minute, never a 429. */
package io.github.hlr4j.quota;
