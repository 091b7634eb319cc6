/** Finds adapters by {@link java.util.ServiceLoader}; not exported, applications steer it through builders. */
package io.github.hlr4j.discovery;
