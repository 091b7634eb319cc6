/**
 * The JSON format: replies strictly (D06, D08), notifications tolerantly (A03).
 *
 * <p>{@link io.github.hlr4j.format.json.JsonFormat} is for code that chooses by itself,
 * {@link io.github.hlr4j.format.json.JsonFormatProvider} for {@link java.util.ServiceLoader}.
 */
package io.github.hlr4j.format.json;
