package io.github.hlr4j.fuzz;

import io.github.hlr4j.spi.NotificationDecoder;
import java.util.List;
import java.util.Map;

/** An encoding of notifications: its decoder, and its plainest spelling of what was decoded. */
interface Spelling {

    NotificationDecoder decoder();

    /** A body that says the same. */
    String of(List<Map<String, String>> results);

    /** Whether the first visible byte says that a body is of this encoding. */
    boolean isTold(byte firstVisible);
}
