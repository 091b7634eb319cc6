package io.github.hlr4j.cli.report;

import java.util.Collection;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of the page that is safe as it stands.
 *
 * <p>It is made of templates, which are literals of this package, with gaps <code>{}</code>. What fills a gap is escaped unless
 * it is markup itself, so that nobody has to remember to.
 */
final class Markup {

    static final Markup NOTHING = new Markup("");

    private static final Pattern GAP = Pattern.compile("\\{}");

    private final String html;

    private Markup(String html) {
        this.html = html;
    }

    /** Fills the gaps of a template in their order. */
    static Markup of(String template, Object... parts) {
        StringBuilder html = new StringBuilder(template.length());
        Matcher gap = GAP.matcher(template);
        int next = 0;
        while (gap.find()) {
            gap.appendReplacement(html, Matcher.quoteReplacement(filling(parts[next++])));
        }
        if (next != parts.length) {
            throw new IllegalArgumentException(parts.length + " parts for the " + next + " gaps of " + template);
        }
        return new Markup(gap.appendTail(html).toString());
    }

    /** A file of our own that is no template; it must not contain the end tag of the element that it stands in. */
    static Markup verbatim(String ours) {
        return new Markup(ours);
    }

    /** The pieces made of some things, one after the other. */
    static <T> Markup each(Collection<T> things, Function<? super T, Markup> piece) {
        return new Markup(things.stream().map(piece).map(Markup::toString).collect(Collectors.joining("\n")));
    }

    /** The markup itself, fit for an HTML document and for an XML one. */
    @Override
    public String toString() {
        return html;
    }

    private static String filling(Object part) {
        return part instanceof Markup ? part.toString() : escaped(part.toString());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isPrintable(character) ? character : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
