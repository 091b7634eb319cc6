package io.github.hlr4j.cli.report;

/**
 * A part of a whole, drawn in a chart.
 *
 * @param label what it is, for people
 * @param count how many
 * @param paint the class of the style sheet that fills it
 */
record Slice(String label, long count, String paint) {

    /** The same in words, for who does not see the chart. */
    String inWords(long whole) {
        return label + " " + Figures.share(count, whole);
    }
}
