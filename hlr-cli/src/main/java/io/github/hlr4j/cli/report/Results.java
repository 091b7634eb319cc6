package io.github.hlr4j.cli.report;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.Permanence;
import io.github.hlr4j.Reachability;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the answers say: reachability, statuses, countries and operators. */
final class Results {

    /** Those that the service documents (A10). */
    private static final Map<NetworkCode, String> OPERATORS = Map.of(
            NetworkCode.parse("20801"), "Orange",
            NetworkCode.parse("20810"), "SFR",
            NetworkCode.parse("20815"), "Free",
            NetworkCode.parse("20820"), "Bouygues");

    private static final String PLAIN = "plain";

    private final ResultTally tally;

    private Results(ResultTally tally) {
        this.tally = tally;
    }

    static Markup of(ResultTally tally) {
        if (tally.total() == 0) {
            return Parts.section("reachability", "Reachability", Parts.paragraph("No answer has come yet."));
        }
        Results results = new Results(tally);
        return Markup.of(
                "{}{}{}{}", results.reachability(), results.statuses(), results.countries(), results.operators());
    }

    private Markup reachability() {
        DataTable table = DataTable.of("Answers by reachability", "Reachability", "Numbers", "Share");
        List<Slice> slices = tally.byReachability().entrySet().stream()
                .map(entry -> new Slice(name(entry.getKey()), entry.getValue(), paint(entry.getKey())))
                .toList();
        tally.byReachability()
                .forEach((reachability, count) -> table.row(
                        Charts.keyed(
                                paint(reachability),
                                Markup.of("{}<small>{}</small>", name(reachability), meaning(reachability))),
                        Figures.count(count),
                        share(count)));
        return Parts.section(
                "reachability",
                "Reachability",
                Parts.paragraph(
                        "Of {}:", Figures.count(tally.total(), "number that is answered", "numbers that are answered")),
                Markup.of("<figure>{}{}</figure>", stackWithPatterns(slices), table.markup()));
    }

    /** The patterns tell two paints apart where there is no colour; the whole page uses them. */
    private static Markup stackWithPatterns(List<Slice> slices) {
        return Markup.of("""
                <svg class="patterns" width="0" height="0" aria-hidden="true">
                <defs>
                <pattern id="hatched" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="temporary-ground" width="7" height="7"/><rect class="pattern-line" width="1.5" height="7"/>
                </pattern>
                <pattern id="dotted" width="6" height="6" patternUnits="userSpaceOnUse">
                <rect class="unknown-ground" width="6" height="6"/><circle class="pattern-line" cx="3" cy="3" r="1"/>
                </pattern>
                </defs>
                </svg>
                {}""", Charts.stack("reachability-chart", "Answers by reachability", slices));
    }

    private Markup statuses() {
        DataTable table = DataTable.of("Answers by status", "Status", "Numbers", "Share");
        tally.byStatus()
                .forEach(status -> table.row(
                        Markup.of("{}<small>{}</small>", breakable(status.what().name()), nature(status.what())),
                        Figures.count(status.count()),
                        share(status.count())));
        List<Slice> slices = tally.byStatus().stream()
                .map(status -> new Slice(
                        status.what().name(),
                        status.count(),
                        paint(status.what().reachability())))
                .toList();
        return Parts.section(
                "statuses",
                "Statuses",
                Parts.paragraph("In the colours of the reachability that each of them means."),
                Parts.figure(Charts.bars("statuses-chart", "Answers by status", slices), table.markup()));
    }

    private Markup countries() {
        DataTable table = DataTable.of("Answers by country of the network", "Country", "Code", "Numbers", "Share");
        tally.byCountry()
                .forEach(country -> table.row(
                        countryName(country.what()),
                        country.what().orElse("-"),
                        Figures.count(country.count()),
                        share(country.count())));
        List<Slice> slices = tally.byCountry().stream()
                .map(country -> new Slice(countryName(country.what()), country.count(), PLAIN))
                .toList();
        return Parts.section(
                "countries",
                "Countries",
                Parts.paragraph("Where the network is that serves the number; invalid numbers often have none."),
                Parts.figure(Charts.bars("countries-chart", "Answers by country", slices), table.markup()));
    }

    private Markup operators() {
        DataTable table = DataTable.of("Answers by network", "Network", "Numbers", "Share");
        tally.byNetwork()
                .forEach(network ->
                        table.row(networkName(network.what()), Figures.count(network.count()), share(network.count())));
        List<Slice> slices = tally.byNetwork().stream()
                .map(network -> new Slice(networkName(network.what()), network.count(), PLAIN))
                .toList();
        return Parts.section(
                "operators",
                "Operators",
                Parts.figure(Charts.bars("operators-chart", "Answers by network", slices), table.markup()),
                ported());
    }

    private Markup ported() {
        List<Slice> slices = List.of(
                new Slice("Ported from another network", tally.ported(Optional.of(true)), "ported"),
                new Slice("Not ported", tally.ported(Optional.of(false)), PLAIN),
                new Slice("Not said", tally.ported(Optional.empty()), "others"));
        DataTable table = DataTable.of("Answers by porting", "Ported", "Numbers", "Share");
        slices.forEach(slice -> table.row(
                Charts.keyed(slice.paint(), Markup.of("{}", slice.label())),
                Figures.count(slice.count()),
                share(slice.count())));
        return Markup.of(
                "<figure>{}{}</figure>", Charts.stack("ported-chart", "Answers by porting", slices), table.markup());
    }

    private String share(long count) {
        return Figures.share(count, tally.total());
    }

    private static String name(Reachability reachability) {
        return switch (reachability) {
            case REACHABLE -> "Reachable";
            case TEMPORARILY_UNREACHABLE -> "Temporarily unreachable";
            case INVALID -> "Invalid";
            case UNKNOWN -> "Unknown";
        };
    }

    private static String meaning(Reachability reachability) {
        return switch (reachability) {
            case REACHABLE -> "exists and answered: keep it";
            case TEMPORARILY_UNREACHABLE -> "exists, but not reached now: ask again later";
            case INVALID -> "wrong or barred for good: drop it";
            case UNKNOWN -> "the answer says nothing about the number: look, or ask again";
        };
    }

    private static String paint(Reachability reachability) {
        return switch (reachability) {
            case REACHABLE -> "reachable";
            case TEMPORARILY_UNREACHABLE -> "temporary";
            case INVALID -> "invalid";
            case UNKNOWN -> "unknown";
        };
    }

    private static String nature(HlrStatus status) {
        if (status.code().isEmpty()) {
            return "a status that no page of the service names";
        }
        String code = "code " + status.code().getAsInt();
        return status.permanence() == Permanence.UNSPECIFIED
                ? code
                : code + ", " + status.permanence().name().toLowerCase(Locale.ROOT);
    }

    private static String countryName(Optional<String> code) {
        return code.map(iso -> new Locale.Builder().setRegion(iso).build().getDisplayCountry(Locale.ENGLISH))
                .orElse("no country");
    }

    private static String networkName(Optional<NetworkCode> network) {
        return network.map(code -> OPERATORS.containsKey(code)
                        ? OPERATORS.get(code) + " (" + code.digits() + ")"
                        : code.digits() + ", " + countryName(code.country()))
                .orElse("no network");
    }

    /** A name that a narrow column may break behind its underscores. */
    private static Markup breakable(String name) {
        return Markup.each(List.of(name.split("(?<=_)")), part -> Markup.of("{}<wbr/>", part));
    }
}
