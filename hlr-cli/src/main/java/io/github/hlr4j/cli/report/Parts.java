package io.github.hlr4j.cli.report;

import java.util.List;

/** What several sections of the page are made of. */
final class Parts {

    private Parts() {}

    /** A section that can be linked to by its id. */
    static Markup section(String id, String title, Markup... content) {
        return Markup.of("""
                <section aria-labelledby="{}">
                <h2 id="{}">{}</h2>
                <div>
                {}
                </div>
                </section>
                """, id, id, title, Markup.each(List.of(content), part -> part));
    }

    static Markup paragraph(String template, Object... parts) {
        return Markup.of("<p>{}</p>", Markup.of(template, parts));
    }

    /** A line for the shell. */
    static Markup command(String line) {
        return Markup.of("<pre><code>{}</code></pre>", line);
    }

    /** A chart, and behind a fold its figures as a table. */
    static Markup figure(Markup chart, Markup table) {
        return Markup.of("""
                <figure>
                {}
                <details>
                <summary>The figures as a table</summary>
                {}
                </details>
                </figure>
                """, chart, table);
    }
}
