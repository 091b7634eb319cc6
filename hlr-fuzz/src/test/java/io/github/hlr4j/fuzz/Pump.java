package io.github.hlr4j.fuzz;

import java.nio.ByteBuffer;

/** Makes long inputs of short ones: what takes time with the square of the length shows in them. */
final class Pump {

    private Pump() {}

    /** The input with the bytes between two positions repeated until nothing more of them fits. */
    static byte[] repeat(byte[] input, int from, int to, int maxBytes) {
        int piece = to - from;
        int times = 1 + (maxBytes - input.length) / piece;
        ByteBuffer pumped = ByteBuffer.allocate(input.length + (times - 1) * piece);
        pumped.put(input, 0, from);
        for (int i = 0; i < times; i++) {
            pumped.put(input, from, piece);
        }
        return pumped.put(input, to, input.length - to).array();
    }
}
