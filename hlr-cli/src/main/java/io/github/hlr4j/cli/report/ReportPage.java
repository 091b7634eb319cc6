package io.github.hlr4j.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The report of a run as one HTML page: it loads nothing, runs no script, and is well-formed XML besides.
 *
 * <p>It names no phone number; text that others wrote is escaped, and masked where it may hold one.
 */
public final class ReportPage {

    private ReportPage() {}

    /**
     * Writes the page.
     *
     * @param facts what is known of the run
     * @param tally its results
     * @return the page, to be stored in UTF-8
     */
    public static String of(RunFacts facts, ResultTally tally) {
        return Markup.of(
                        """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8"/>
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
                        <meta name="viewport" content="width=device-width, initial-scale=1"/>
                        <meta name="color-scheme" content="light dark"/>
                        <title>{}</title>
                        <style>
                        {}</style>
                        </head>
                        <body>
                        {}
                        <main>
                        {}
                        {}
                        {}
                        </main>
                        </body>
                        </html>
                        """,
                        Opening.title(facts) + ": verification report",
                        Markup.verbatim(stylesheet()),
                        Opening.of(facts),
                        Totals.of(facts),
                        Results.of(tally),
                        OpenMatters.of(facts))
                .toString();
    }

    private static String stylesheet() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
