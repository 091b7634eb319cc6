package io.github.hlr4j.spi;

import io.github.hlr4j.ReplyFormat;

/**
 * A wire format as {@link java.util.ServiceLoader} finds it: a public class with a public constructor without arguments.
 *
 * <p>One provider per format is allowed. Nothing is initialised before a decoder is asked for.
 */
public interface WireFormatProvider {

    /**
     * The format.
     *
     * @return the format that both decoders read
     */
    ReplyFormat format();

    /**
     * The decoder of replies.
     *
     * @return a decoder safe for concurrent use
     */
    ReplyDecoder replyDecoder();

    /**
     * The decoder of notifications.
     *
     * @return a decoder safe for concurrent use
     */
    NotificationDecoder notificationDecoder();
}
