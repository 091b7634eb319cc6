package io.github.hlr4j.cli;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.BulkEstimate;
import io.github.hlr4j.bulk.NumberSource;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.quota.Rate;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code hlr verify --dry-run}: what would be sent, what it would cost and how long it would take. */
final class DryRun {

    private final Terminal terminal;
    private final LedgerOptions books;
    private final Rate rate;

    DryRun(Terminal terminal, LedgerOptions books, Rate rate) {
        this.terminal = terminal;
        this.books = books;
        this.rate = rate;
    }

    int of(NumberSource numbers) {
        BulkEstimate estimate = books.skipAnswered().isPresent()
                ? estimateWithout(numbers, books.skipAnswered().get().duration())
                : estimate(numbers, Stream.empty());
        PrintStream out = terminal.out();
        out.println("numbers     " + grouped(estimate.numbers()));
        out.println("duplicates  " + grouped(estimate.duplicates()));
        if (books.skipAnswered().isPresent()) {
            out.println("skipped     " + grouped(estimate.skipped()));
        }
        out.println("requests    " + grouped(estimate.requests()));
        out.println("cost        " + estimate.cost()
                + books.cap()
                        .filter(cap -> cap.amount().compareTo(estimate.cost().amount()) < 0)
                        .map(cap -> ", above the cap of " + cap)
                        .orElse(""));
        out.println("duration    " + minutes(estimate.duration()));
        out.println("nothing was sent");
        out.flush();
        return ExitCode.OK;
    }

    private BulkEstimate estimateWithout(NumberSource numbers, Duration lately) {
        try (Ledger ledger = books.open(terminal);
                Stream<PhoneNumber> answered =
                        ledger.answeredSince(terminal.clock().instant().minus(lately))) {
            return estimate(numbers, answered);
        }
    }

    private BulkEstimate estimate(NumberSource numbers, Stream<PhoneNumber> answered) {
        return BulkEstimate.of(numbers, answered, rate, MicroEuros.DOCUMENTED_PRICE.toCost());
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String minutes(Duration time) {
        return time.compareTo(Duration.ofMinutes(1)) < 0
                ? time.plusMillis(999).toSeconds() + " s"
                : time.plusSeconds(59).toMinutes() + " min";
    }
}
