package io.github.hlr4j.cli.report;

import io.github.hlr4j.cli.report.RunFacts.Batches;
import io.github.hlr4j.cli.report.RunFacts.Standing;
import java.util.ArrayList;
import java.util.List;

/** What the first screen says: how it ended, what it cost, and what is left to do. */
final class Opening {

    private Opening() {}

    static String title(RunFacts facts) {
        return facts.name().orElse("A run without a name");
    }

    static Markup of(RunFacts facts) {
        List<Markup> steps = steps(facts);
        return Markup.of(
                """
                <header>
                <p class="kicker">Verification report</p>
                <h1>{}</h1>
                <p class="verdict">{} {}</p>
                <p class="ending">{}</p>
                {}
                <h2 class="todo">{}</h2>
                {}
                <p class="made">Made on {} for the service at {}.</p>
                </header>
                """,
                title(facts),
                state(facts, steps),
                verdict(facts),
                ForeignText.of(facts.ending()),
                cost(facts),
                steps.isEmpty() ? "Nothing is left to do" : "What is left to do",
                todo(steps),
                Figures.time(facts.madeAt()),
                facts.host());
    }

    private static Markup state(RunFacts facts, List<Markup> steps) {
        if (!facts.finished()) {
            return Markup.of("<strong class=\"stopped\">Stopped.</strong>");
        }
        return steps.isEmpty()
                ? Markup.of("<strong class=\"settled\">Finished and settled.</strong>")
                : Markup.of("<strong class=\"unsettled\">Finished, not settled.</strong>");
    }

    private static String verdict(RunFacts facts) {
        long answered = facts.answers().answered();
        long numbers = facts.input().numbers();
        String nouns = numbers == 1 ? " number" : " numbers";
        return answered == numbers
                ? "All " + Figures.count(numbers) + nouns + " answered."
                : Figures.count(answered) + " of " + Figures.count(numbers) + nouns + " answered.";
    }

    private static Markup cost(RunFacts facts) {
        List<Markup> amounts = new ArrayList<>(
                List.of(amount("Spent", Figures.money(facts.money().spent()))));
        if (facts.money().isInDoubt()) {
            amounts.add(amount("Perhaps spent", Figures.money(facts.money().atRisk())));
        }
        facts.money().cap().ifPresent(cap -> amounts.add(amount("Cap", Figures.money(cap))));
        return Markup.of("<dl class=\"cost\">{}</dl>", Markup.each(amounts, amount -> amount));
    }

    private static Markup amount(String what, String money) {
        return Markup.of("<div><dt>{}</dt><dd>{}</dd></div>", what, money);
    }

    private static Markup todo(List<Markup> steps) {
        return steps.isEmpty()
                ? Markup.of("<p>No answer is missing and no payment is in doubt.</p>")
                : Markup.of("<ol class=\"todo\">{}</ol>", Markup.each(steps, step -> Markup.of("<li>{}</li>", step)));
    }

    private static List<Markup> steps(RunFacts facts) {
        List<Markup> steps = new ArrayList<>();
        Batches unconfirmed = facts.in(Standing.UNCONFIRMED);
        if (unconfirmed.batches() > 0) {
            steps.add(step(
                    "unconfirmed",
                    "Settle " + Figures.count(unconfirmed.batches(), "unconfirmed batch", "unconfirmed batches"),
                    "they may have been charged"));
        }
        Batches refused = facts.in(Standing.REJECTED);
        if (refused.batches() > 0) {
            steps.add(step(
                    "unsent",
                    "Mend why " + Figures.count(refused.batches(), "batch was", "batches were") + " refused",
                    "nothing was charged"));
        }
        Batches unsent = facts.in(Standing.PLANNED).plus(facts.in(Standing.NOT_SENT));
        if (unsent.batches() > 0) {
            steps.add(step(
                    "unsent",
                    "Send " + Figures.count(unsent.batches(), "batch", "batches") + " that did not leave",
                    "nothing was charged"));
        }
        if (facts.answers().missing() > 0) {
            steps.add(step(
                    "missing",
                    "Collect " + Figures.count(facts.answers().missing(), "missing answer", "missing answers"),
                    "they are paid for"));
        }
        return steps;
    }

    private static Markup step(String section, String what, String why) {
        return Markup.of("<a href=\"#{}\">{}</a>: {}", section, what, why);
    }
}
