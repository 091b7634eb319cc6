package io.github.hlr4j.spi;

/**
 * Reads the body of a reply to a submission, strictly.
 *
 * <p><strong>Behaviour.</strong> A body that is exactly one of the documented shapes (D06 to D09) is returned as it says;
 * unknown fields of a JSON object may stand beside the known ones (A09). Everything else is refused: a type that would
 * need converting, a known field twice, a missing field, text behind the end, bytes that are not UTF-8, a document type
 * or an entity. Nothing is guessed, because an acceptance that was guessed is money that was guessed.
 *
 * <p><strong>Failures.</strong> Only {@link MalformedBodyException} is thrown, whatever the bytes. Time and memory are
 * bounded by a small multiple of the body's length.
 *
 * <p><strong>Threading.</strong> Safe for concurrent calls; nothing needs closing.
 */
@FunctionalInterface
public interface ReplyDecoder {

    /**
     * Decodes one body.
     *
     * @param body the bytes, already bounded by the transport
     * @return what the body says
     * @throws MalformedBodyException if the body is not exactly a documented shape
     */
    SubmissionReply decode(byte[] body);
}
