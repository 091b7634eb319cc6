package io.github.hlr4j.it.strictness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as they are spelt in the tables: UTF-8, but for what stands between angle brackets. */
final class SpeltBytes {

    /** A byte in hexadecimal digits, or a text so many times. */
    private static final Pattern SPECIAL = Pattern.compile("\u27E8(?:([0-9A-F]{2})|(\\d+)\u00D7([^\u27E9]+))\u27E9");

    private SpeltBytes() {}

    static byte[] of(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher special = SPECIAL.matcher(body);
        int end = 0;
        while (special.find()) {
            bytes.writeBytes(body.substring(end, special.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(
                    special.group(1) == null
                            ? special.group(3)
                                    .repeat(Integer.parseInt(special.group(2)))
                                    .getBytes(StandardCharsets.UTF_8)
                            : new byte[] {(byte) Integer.parseInt(special.group(1), 16)});
            end = special.end();
        }
        bytes.writeBytes(body.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
