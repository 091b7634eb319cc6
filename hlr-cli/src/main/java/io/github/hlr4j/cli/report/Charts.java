package io.github.hlr4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Charts in SVG whose widths are per cents: the drawing fits any screen, the letters keep their size. */
final class Charts {

    /** What is thinner than this would not be seen on a phone; a slice has gaps beside it. */
    private static final double THINNEST_BAR = 0.5;

    private static final double THINNEST_SLICE = 1.5;

    /** How far the longest bar goes; its figures stand behind it. */
    private static final double LONGEST = 56;

    private static final int BARS = 12;
    private static final int BAR_HEIGHT = 44;

    private Charts() {}

    /** One bar of all slices, in their order. */
    static Markup stack(String id, String title, List<Slice> slices) {
        long whole = whole(slices);
        List<Slice> seen = slices.stream().filter(slice -> slice.count() > 0).toList();
        double drawn = seen.stream().mapToDouble(slice -> width(slice, whole)).sum();
        List<Markup> pieces = new ArrayList<>();
        double x = 0;
        for (Slice slice : seen) {
            double width = 100 * width(slice, whole) / drawn;
            pieces.add(Markup.of(
                    "<rect class=\"slice {}\" x=\"{}\" width=\"{}\" height=\"40\"/>",
                    slice.paint(),
                    percent(x),
                    percent(width)));
            x += width;
        }
        return image(id, title, slices, 40, Markup.each(pieces, piece -> piece));
    }

    /** One bar a slice; those behind the twelfth are drawn as one. */
    static Markup bars(String id, String title, List<Slice> slices) {
        List<Slice> drawn = largest(slices);
        long whole = whole(slices);
        long longest = drawn.stream().mapToLong(Slice::count).max().orElse(1);
        List<Markup> rows = new ArrayList<>();
        for (Slice slice : drawn) {
            rows.add(bar(slice, rows.size() * BAR_HEIGHT, LONGEST * slice.count() / longest, whole));
        }
        return image(id, title, drawn, BAR_HEIGHT * drawn.size(), Markup.each(rows, row -> row));
    }

    /** A label behind a square of the paint that its slice has. */
    static Markup keyed(String paint, Markup label) {
        return Markup.of("""
                <div class="key"><svg width="14" height="14" aria-hidden="true"><rect class="{}" width="14" height="14"/></svg>
                <div>{}</div></div>""", paint, label);
    }

    private static Markup bar(Slice slice, int y, double length, long whole) {
        double width = Math.max(length, THINNEST_BAR);
        return Markup.of(
                """
                <text class="label" y="{}">{}</text>
                <rect class="{}" y="{}" width="{}" height="14"/>
                <text class="value" x="{}" dx="8" y="{}">{} <tspan class="share">{}</tspan></text>""",
                y + 14,
                slice.label(),
                slice.paint(),
                y + 20,
                percent(width),
                percent(width),
                y + 32,
                Figures.count(slice.count()),
                Figures.share(slice.count(), whole));
    }

    private static Markup image(String id, String title, List<Slice> slices, int height, Markup drawing) {
        long whole = whole(slices);
        return Markup.of(
                """
                <svg role="img" aria-labelledby="{}-title {}-text" width="100%" height="{}">
                <title id="{}-title">{}</title>
                <desc id="{}-text">{}.</desc>
                {}
                </svg>""",
                id,
                id,
                height,
                id,
                title,
                id,
                slices.stream().map(slice -> slice.inWords(whole)).collect(Collectors.joining(", ")),
                drawing);
    }

    private static List<Slice> largest(List<Slice> slices) {
        if (slices.size() <= BARS + 1) {
            return slices;
        }
        List<Slice> others = slices.subList(BARS, slices.size());
        List<Slice> drawn = new ArrayList<>(slices.subList(0, BARS));
        drawn.add(new Slice(others.size() + " others", whole(others), "others"));
        return drawn;
    }

    private static double width(Slice slice, long whole) {
        return Math.max(Figures.percent(slice.count(), whole), THINNEST_SLICE);
    }

    private static long whole(List<Slice> slices) {
        return slices.stream().mapToLong(Slice::count).sum();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
