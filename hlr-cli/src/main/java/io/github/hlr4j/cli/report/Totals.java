package io.github.hlr4j.cli.report;

import io.github.hlr4j.cli.report.RunFacts.Batches;
import io.github.hlr4j.cli.report.RunFacts.Input;
import io.github.hlr4j.cli.report.RunFacts.Money;
import io.github.hlr4j.cli.report.RunFacts.Standing;

/** What went in, what became of it, and what it cost. */
final class Totals {

    private Totals() {}

    static Markup of(RunFacts facts) {
        return Parts.section("totals", "Totals and cost", input(facts.input()), batches(facts), money(facts.money()));
    }

    private static Markup input(Input input) {
        return Parts.paragraph(
                "The input held {}, {} that repeated one and {} that held none.",
                Figures.count(input.numbers(), "distinct number", "distinct numbers"),
                Figures.count(input.duplicates(), "line", "lines"),
                Figures.count(input.rejectedLines(), "line", "lines"));
    }

    private static Markup batches(RunFacts facts) {
        DataTable table = DataTable.of("Batches and their numbers by state", "State", "Batches", "Numbers");
        Batches all = Batches.NONE;
        for (Standing standing : Standing.values()) {
            Batches some = facts.in(standing);
            all = all.plus(some);
            if (some.batches() > 0) {
                table.row(standing.words(), Figures.count(some.batches()), Figures.count(some.numbers()));
            }
        }
        table.row(Markup.of("<strong>all</strong>"), Figures.count(all.batches()), Figures.count(all.numbers()));
        return table.markup();
    }

    private static Markup money(Money money) {
        DataTable table = DataTable.of("Money, to the last digit", "Money", "Amount");
        table.row("spent: what the service said it charged", Figures.money(money.spent()));
        table.row("perhaps spent: unconfirmed batches, at worst", Figures.money(money.atRisk()));
        money.cap().ifPresent(cap -> table.row("cap: what the run may cost in all", Figures.money(cap)));
        return table.markup();
    }
}
