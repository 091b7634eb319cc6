package io.github.hlr4j.fuzz;

import io.github.hlr4j.HlrException;

/** Says which claim an input breaks. */
final class Claims {

    /** What is longer is read for its time and memory; written plainly it would be several times as long. */
    static final int SPELT_UP_TO = 4 * 1024;

    /** The subscriber's part of the numbers in most seeds; a message that holds it has repeated the input. */
    private static final String SUBSCRIBER = "639980001";

    private Claims() {}

    static void claim(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("does not hold: " + what);
        }
    }

    static void discreet(HlrException refusal) {
        claim(!refusal.getMessage().contains(SUBSCRIBER), "a refusal repeats nothing of the input");
    }

    /** Whether the digits of a number stand in a text in their order, whatever stands between them. */
    static boolean standsIn(String e164, String text) {
        int found = 1;
        for (int i = 0; i < text.length() && found < e164.length(); i++) {
            found += text.charAt(i) == e164.charAt(found) ? 1 : 0;
        }
        return found == e164.length();
    }
}
