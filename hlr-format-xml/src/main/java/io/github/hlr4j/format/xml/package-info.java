/**
 * The XML format: replies strictly (D07, D09), notifications tolerantly (A03).
 *
 * <p>{@link io.github.hlr4j.format.xml.XmlFormat} is for code that chooses by itself,
 * {@link io.github.hlr4j.format.xml.XmlFormatProvider} for {@link java.util.ServiceLoader}.
 */
package io.github.hlr4j.format.xml;
