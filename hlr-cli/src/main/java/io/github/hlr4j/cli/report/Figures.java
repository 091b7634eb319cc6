package io.github.hlr4j.cli.report;

import io.github.hlr4j.Cost;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, money and times as people read them. */
final class Figures {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.UK);
    private static final DateTimeFormatter SHORT_TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.UK);
    private static final char BLANK = '\u00A0';

    private Figures() {}

    /** Grouped, for example 9,842,117. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** With its noun, for example 1 batch or 37 batches. */
    static String count(long count, String one, String several) {
        return count(count) + BLANK + (count == 1 ? one : several);
    }

    /** To a tenth of a per cent; what is not nothing is never 0.0 %, and what is not all is never 100.0 %. */
    static String share(long part, long whole) {
        double percent = percent(part, whole);
        if (part > 0 && percent < 0.1) {
            return "<0.1" + BLANK + "%";
        }
        if (part < whole && percent > 99.9) {
            return ">99.9" + BLANK + "%";
        }
        return String.format(Locale.ROOT, "%.1f", percent) + BLANK + "%";
    }

    static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    /** Exact to the last digit, with at least as many decimals as the currency has coins for. */
    static String money(Cost cost) {
        BigDecimal amount = cost.amount();
        int coins = Math.max(0, cost.currency().getDefaultFractionDigits());
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(coins);
        format.setMaximumFractionDigits(Math.max(coins, amount.scale()));
        return format.format(amount) + BLANK + cost.currency().getCurrencyCode();
    }

    /** A moment in its own zone. */
    static Markup time(ZonedDateTime moment) {
        return time(moment, TIME);
    }

    /** The same without year and zone, but with seconds. */
    static Markup shortTime(ZonedDateTime moment) {
        return time(moment, SHORT_TIME);
    }

    private static Markup time(ZonedDateTime moment, DateTimeFormatter format) {
        return Markup.of(
                "<time datetime=\"{}\">{}</time>",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment),
                format.format(moment));
    }
}
