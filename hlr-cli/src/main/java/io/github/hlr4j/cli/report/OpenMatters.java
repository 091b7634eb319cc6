package io.github.hlr4j.cli.report;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.cli.report.RunFacts.Batches;
import io.github.hlr4j.cli.report.RunFacts.OpenBatch;
import io.github.hlr4j.cli.report.RunFacts.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is missing, what is in doubt, what did not leave, and what to do about each. */
final class OpenMatters {

    private static final int BATCHES_SHOWN = 100;

    private final RunFacts facts;

    private OpenMatters(RunFacts facts) {
        this.facts = facts;
    }

    static Markup of(RunFacts facts) {
        OpenMatters matters = new OpenMatters(facts);
        return Markup.of("{}{}{}{}", matters.missing(), matters.unconfirmed(), matters.unsent(), matters.batches());
    }

    private Markup missing() {
        long missing = facts.answers().missing();
        if (missing == 0) {
            return Parts.section("missing", "Missing answers", Parts.paragraph("No accepted number lacks its answer."));
        }
        return Parts.section(
                "missing",
                "Missing answers",
                Parts.paragraph(
                        "{} accepted and paid for, but {} not come. Answers may be late; they are taken as long as a"
                                + " receiver listens and the address of their request is valid.",
                        Figures.count(missing, "number was", "numbers were"),
                        missing == 1 ? "its answer has" : "their answers have"),
                facts.name()
                        .map(name -> Markup.of(
                                "{}{}",
                                Parts.paragraph(
                                        "Resume the run: with the same name nothing that was accepted is sent again, and"
                                                + " it waits for what is missing."),
                                Parts.command("hlr verify ... --ledger ... --run " + name)))
                        .orElseGet(() -> Parts.paragraph("The next time, a longer <code>--wait</code> gives them more"
                                + " time, and <code>--ledger</code> keeps a run so that it can be resumed.")),
                Parts.paragraph("What still does not come is a matter for the service's support: the results name the"
                        + " campaign of each number."));
    }

    private Markup unconfirmed() {
        Batches unconfirmed = facts.in(Standing.UNCONFIRMED);
        if (unconfirmed.batches() == 0) {
            return Parts.section("unconfirmed", "Unconfirmed batches", Parts.paragraph("No batch is in doubt."));
        }
        return Parts.section(
                "unconfirmed",
                "Unconfirmed batches",
                Parts.paragraph(
                        "For {} with {}, no reply came back that means one thing. At worst, <strong>{}</strong> was"
                                + " charged for them. Nothing was sent again; an answer that still arrives proves that"
                                + " its batch was accepted.",
                        Figures.count(unconfirmed.batches(), "batch", "batches"),
                        Figures.count(unconfirmed.numbers(), "number", "numbers"),
                        Figures.money(facts.money().atRisk())),
                facts.name()
                        .map(OpenMatters::settling)
                        .orElseGet(() -> Parts.paragraph("The run was not kept in a ledger, so no command can settle"
                                + " them. Ask the service's support whether they were charged, before you verify their"
                                + " numbers again.")));
    }

    private static Markup settling(String name) {
        String list = "hlr unconfirmed --ledger ... --run " + name;
        return Markup.of(
                """
                <p>List them as they are now, with late answers taken into account:</p>
                {}
                <p>Then ask the service's support whether they were charged, and decide. To send them again, and
                <strong>pay again</strong> for those that were charged:</p>
                {}
                <p>To close them without an answer, paying nothing more:</p>
                {}""", Parts.command(list), Parts.command(list + " --resubmit"), Parts.command(list + " --write-off"));
    }

    private Markup unsent() {
        Batches refused = facts.in(Standing.REJECTED);
        Batches unsent = facts.in(Standing.PLANNED).plus(facts.in(Standing.NOT_SENT));
        Batches presumed = facts.in(Standing.PRESUMED_NOT_ACCEPTED);
        if (refused.plus(unsent).plus(presumed).batches() == 0) {
            return Markup.NOTHING;
        }
        return Parts.section(
                "unsent",
                "Refused or not sent",
                each(refused, "refused by the service: mend the reason first. Nothing was charged."),
                each(unsent, "not sent. Nothing was charged."),
                each(presumed, "unconfirmed for so long that most likely nothing was charged; closed without answers."),
                facts.name()
                        .map(name -> Markup.of(
                                "{}{}",
                                Parts.paragraph("Resume the run with the same name and input:"),
                                Parts.command("hlr verify ... --ledger ... --run " + name)))
                        .orElseGet(() ->
                                Parts.paragraph("Verify again the numbers that have no campaign in the results.")));
    }

    private static Markup each(Batches some, String what) {
        return some.batches() == 0
                ? Markup.NOTHING
                : Parts.paragraph(
                        "<strong>{}</strong> with {} {} {}",
                        Figures.count(some.batches(), "batch", "batches"),
                        Figures.count(some.numbers(), "number", "numbers"),
                        some.batches() == 1 ? "was" : "were",
                        what);
    }

    private Markup batches() {
        List<OpenBatch> open = facts.open();
        if (open.isEmpty()) {
            return Markup.NOTHING;
        }
        Map<Trouble, List<OpenBatch>> byTrouble = open.stream()
                .limit(BATCHES_SHOWN)
                .collect(Collectors.groupingBy(Trouble::of, LinkedHashMap::new, Collectors.toList()));
        return Parts.section(
                "batches",
                "Batches that need you",
                Markup.each(byTrouble.entrySet(), entry -> batches(entry.getKey(), entry.getValue())),
                open.size() <= BATCHES_SHOWN
                        ? Markup.NOTHING
                        : Parts.paragraph(
                                "And {} that are not shown here.",
                                Figures.count(open.size() - BATCHES_SHOWN, "batch", "batches")));
    }

    private Markup batches(Trouble trouble, List<OpenBatch> batches) {
        DataTable table = DataTable.of(trouble.words(), "Batch", "Numbers", "At risk", "Since");
        for (OpenBatch batch : batches) {
            table.row(
                    Markup.of(
                            "{}{}",
                            Figures.count(batch.number()),
                            batch.campaign().map(OpenMatters::campaign).orElse(Markup.NOTHING)),
                    Figures.count(batch.size()),
                    Figures.money(batch.atRisk()),
                    Figures.shortTime(batch.since().atZone(facts.madeAt().getZone())));
        }
        return table.markup();
    }

    private static Markup campaign(CampaignId campaign) {
        return Markup.of("<small>{}</small>", campaign);
    }

    /** What several batches may have met alike. */
    private record Trouble(Standing standing, String reason) {

        static Trouble of(OpenBatch batch) {
            return new Trouble(batch.standing(), batch.reason());
        }

        Markup words() {
            return Markup.of("<strong>{}</strong> {}", standing.words(), ForeignText.of(reason));
        }
    }
}
