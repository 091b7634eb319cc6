package io.github.hlr4j;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The 128 random bits that tie a notification to its request, carried in the address that the service calls back (A05).
 *
 * <p>It identifies and does not authorise: without the signature around it, nobody can use it.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Correlation(long high, long low) {

    /** How many bytes a correlation has. */
    public static final int BYTES = 16;

    /**
     * Draws a new correlation.
     *
     * @param random a cryptographically strong generator
     * @return a correlation that nobody can guess
     */
    public static Correlation random(RandomGenerator random) {
        return new Correlation(random.nextLong(), random.nextLong());
    }

    /**
     * Reads a correlation.
     *
     * @param bytes a buffer with at least 16 bytes remaining; its position advances
     * @return the correlation
     */
    public static Correlation readFrom(ByteBuffer bytes) {
        return new Correlation(bytes.getLong(), bytes.getLong());
    }

    /**
     * Writes this correlation.
     *
     * @param bytes a buffer with room for at least 16 bytes; its position advances
     */
    public void writeTo(ByteBuffer bytes) {
        bytes.putLong(high).putLong(low);
    }

    /** The bits as 32 hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
