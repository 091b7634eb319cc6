package io.github.hlr4j.spi;

import java.util.List;
import java.util.Map;

/**
 * Reads the syntax of a notification, tolerantly: which results it carries, and the text of each field.
 *
 * <p><strong>Behaviour.</strong> One map per result, in the order received, field names as received. Numbers and booleans
 * become their text, a field that is null is left out, unknown fields are kept or dropped (A09). What the texts mean is
 * not the decoder's business.
 *
 * <p><strong>Failures.</strong> Only {@link MalformedBodyException} is thrown, whatever the bytes: for what is not of the
 * format at all, for more than {@value #MAX_RESULTS} results, for more than {@value #MAX_FIELDS} fields in one result, and
 * for a field that stands twice with different texts. Time and memory are bounded by a small multiple of the length.
 *
 * <p><strong>Threading.</strong> Safe for concurrent calls; nothing needs closing.
 */
@FunctionalInterface
public interface NotificationDecoder {

    /** The most results that one body may carry. */
    int MAX_RESULTS = 500;

    /** The most fields that one result may have. */
    int MAX_FIELDS = 32;

    /**
     * Decodes one body.
     *
     * @param body the bytes, already bounded by the receiver
     * @return the fields of each result; never empty
     * @throws MalformedBodyException if the body cannot be read
     */
    List<Map<String, String>> decode(byte[] body);
}
