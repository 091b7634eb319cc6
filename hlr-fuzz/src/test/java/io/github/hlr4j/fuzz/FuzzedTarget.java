package io.github.hlr4j.fuzz;

/** What Jazzer calls: the target that the property {@code hlr.fuzz.target} names. */
public final class FuzzedTarget {

    private static final Bounds TARGET =
            Targets.of(System.getProperty("hlr.fuzz.target", "")).open();

    private FuzzedTarget() {}

    /** Jazzer finds the method by its name. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.read(input);
    }
}
