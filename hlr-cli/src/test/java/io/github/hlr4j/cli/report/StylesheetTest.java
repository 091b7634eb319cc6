package io.github.hlr4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of the page, computed: contrast as WCAG 2 defines it, and difference for who sees fewer colours. */
class StylesheetTest {

    private static final double READABLE_TEXT = 4.5;
    private static final double VISIBLE_SHAPE = 3;

    /** Distance in CIELAB; 2.3 is just noticeable side by side. */
    private static final double TOLD_APART = 20;

    private static final List<String> TEXTS = List.of("ink", "soft", "accent", "good", "alert");
    private static final List<String> REACHABILITIES = List.of("reachable", "temporary", "invalid", "unknown");
    private static final List<String> SHAPES =
            List.of("reachable", "temporary", "invalid", "unknown", "plain", "others", "accent");
    /** Of sRGB, divided by the white point D65. */
    private static final List<Double> TO_XYZ = List.of(
            0.4124 / 0.95047,
            0.3576 / 0.95047,
            0.1805 / 0.95047,
            0.2126,
            0.7152,
            0.0722,
            0.0193 / 1.08883,
            0.1192 / 1.08883,
            0.9505 / 1.08883);

    /** The severe forms as Machado, Oliveira and Fernandes computed them in 2009. */
    private static final List<Vision> VISIONS = List.of(
            new Vision("full sight", List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)),
            new Vision(
                    "protanopia",
                    List.of(
                            0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                            1.051998)),
            new Vision(
                    "deuteranopia",
                    List.of(
                            0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                            0.968881)),
            new Vision(
                    "tritanopia",
                    List.of(
                            1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                            0.303900)));

    private static final Pattern ROOT = Pattern.compile(":root \\{[^}]*}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{6});");

    enum Theme {
        LIGHT(0),
        DARK(1),
        PAPER(2);

        private final int place;

        Theme(int place) {
            this.place = place;
        }

        Map<String, double[]> colours() throws IOException {
            try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
                String text = new String(css.readAllBytes(), StandardCharsets.UTF_8);
                String root = ROOT.matcher(text)
                        .results()
                        .skip(place)
                        .findFirst()
                        .orElseThrow()
                        .group();
                return COLOUR.matcher(root)
                        .results()
                        .collect(Collectors.toMap(
                                found -> found.group(1), found -> linear(Integer.parseInt(found.group(2), 16))));
            }
        }
    }

    /** How somebody sees colours: a matrix over linear light. */
    private record Vision(String name, List<Double> matrix) {

        double[] sees(double[] rgb) {
            return product(matrix, rgb);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableAndShapesAreVisible(Theme theme) throws IOException {
        Map<String, double[]> colours = theme.colours();

        for (String ground : List.of("paper", "code")) {
            assertThat(TEXTS)
                    .allSatisfy(text -> assertThat(contrast(colours.get(text), colours.get(ground)))
                            .isGreaterThanOrEqualTo(READABLE_TEXT));
        }
        assertThat(SHAPES)
                .allSatisfy(shape -> assertThat(contrast(colours.get(shape), colours.get("paper")))
                        .isGreaterThanOrEqualTo(VISIBLE_SHAPE));
    }

    @ParameterizedTest
    @EnumSource
    void reachabilitiesAreToldApartByEverybody(Theme theme) throws IOException {
        Map<String, double[]> colours = theme.colours();

        for (Vision vision : VISIONS) {
            for (String one : REACHABILITIES) {
                assertThat(REACHABILITIES)
                        .filteredOn(other -> !other.equals(one))
                        .allSatisfy(other -> assertThat(
                                        distance(vision.sees(colours.get(one)), vision.sees(colours.get(other))))
                                .as("%s and %s with %s", one, other, vision)
                                .isGreaterThan(TOLD_APART));
            }
        }
    }

    private static double[] linear(int rgb) {
        return IntStream.of(16, 8, 0)
                .mapToDouble(shift -> (rgb >> shift & 0xFF) / 255.0)
                .map(value -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double contrast(double[] one, double[] other) {
        double[] luminances = {luminance(one), luminance(other)};
        Arrays.sort(luminances);
        return (luminances[1] + 0.05) / (luminances[0] + 0.05);
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double distance(double[] one, double[] other) {
        double[] from = lab(one);
        double[] to = lab(other);
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (from[i] - to[i]) * (from[i] - to[i]))
                .sum());
    }

    private static double[] lab(double[] rgb) {
        double[] xyz = product(TO_XYZ, rgb);
        double[] f = Arrays.stream(xyz)
                .map(t -> t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116)
                .toArray();
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double[] product(List<Double> matrix, double[] vector) {
        return IntStream.of(0, 3, 6)
                .mapToDouble(row ->
                        matrix.get(row) * vector[0] + matrix.get(row + 1) * vector[1] + matrix.get(row + 2) * vector[2])
                .map(value -> Math.max(0, Math.min(1, value)))
                .toArray();
    }
}
