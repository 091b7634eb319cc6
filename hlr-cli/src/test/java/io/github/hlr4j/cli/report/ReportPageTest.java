package io.github.hlr4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Cost;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.cli.report.RunFacts.Answers;
import io.github.hlr4j.cli.report.RunFacts.Batches;
import io.github.hlr4j.cli.report.RunFacts.Input;
import io.github.hlr4j.cli.report.RunFacts.Money;
import io.github.hlr4j.cli.report.RunFacts.OpenBatch;
import io.github.hlr4j.cli.report.RunFacts.Standing;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class ReportPageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:09:00Z");
    private static final Cost NOTHING = Cost.of("0", "EUR");
    private static final Batches TWO = new Batches(2, 1_000);

    private final ResultTally tally = new ResultTally();

    @BeforeEach
    void someResults() {
        for (String network : List.of("20801", "20801", "20810", "20815", "20820", "22801", "")) {
            tally.add(HlrNotification.fromFields(
                    Map.of("phone", "+33639980000", "errorName", "NO_ERROR", "mccMnc", network)));
        }
    }

    @Test
    void aRunThatIsSettledLeavesNothingToDo() throws Exception {
        String text =
                text(page(facts(Optional.of("spring"), true, Map.of(Standing.ACCEPTED, TWO), 1_000, 0, List.of())));

        assertThat(text)
                .contains("Finished and settled. All 1,000 numbers answered.")
                .contains("Nothing is left to do")
                .contains("Spent 5.00 EUR Cap")
                .doesNotContain("Perhaps spent", "Refused or not sent", "hlr unconfirmed");
    }

    @Test
    void whatIsOpenIsSaidFirstAndEachPointLeadsToWhatToDo() throws Exception {
        Document page = page(facts(
                Optional.of("spring"),
                false,
                Map.of(
                        Standing.ACCEPTED, TWO,
                        Standing.UNCONFIRMED, TWO,
                        Standing.REJECTED, TWO,
                        Standing.NOT_SENT, TWO,
                        Standing.PLANNED, TWO),
                990,
                10,
                List.of(open(7, Standing.UNCONFIRMED, "reset"))));

        assertThat(text(page))
                .contains("Stopped. 990 of 1,000 numbers answered. It ended.")
                .contains("Settle 2 unconfirmed batches : they may have been charged"
                        + " Mend why 2 batches were refused : nothing was charged"
                        + " Send 4 batches that did not leave : nothing was charged"
                        + " Collect 10 missing answers : they are paid for")
                .contains("hlr unconfirmed --ledger ... --run spring --resubmit")
                .contains("hlr unconfirmed --ledger ... --run spring --write-off")
                .contains("hlr verify ... --ledger ... --run spring");
        assertThat(links(page)).containsExactly("unconfirmed", "unsent", "unsent", "missing");
        assertThat(ids(page)).containsAll(links(page)).doesNotHaveDuplicates();
    }

    @Test
    void aRunThatIsInNoLedgerIsGivenNoCommandThatNeedsOne() throws Exception {
        Document page = page(facts(Optional.empty(), true, Map.of(Standing.UNCONFIRMED, TWO), 990, 10, List.of()));

        assertThat(text(page))
                .contains("A run without a name")
                .contains("no command can settle them")
                .doesNotContain("--run", "--resubmit");
    }

    @Test
    void foreignTextIsEscapedAndHasNoPhoneNumber() throws Exception {
        String hostile = "<img src=x onerror=alert(1)> & \"+33639980014\"";
        Document page = page(facts(
                Optional.of("</title><script>"), true, Map.of(), 0, 0, List.of(open(1, Standing.REJECTED, hostile))));

        assertThat(text(page)).contains("<img src=x onerror=alert(1)> & \"*******\"", "</title><script>");
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(text(page)).doesNotContain("33639980014");
    }

    @Test
    void theFirstHundredBatchesAreShownUnderWhatTheyMet() throws Exception {
        List<OpenBatch> open = IntStream.rangeClosed(1, 137)
                .mapToObj(number -> open(number, Standing.UNCONFIRMED, number < 100 ? "reset" : "timeout"))
                .toList();
        Document page = page(facts(Optional.empty(), true, Map.of(), 0, 0, open));

        assertThat(text(page))
                .contains("unconfirmed reset Batch")
                .contains("unconfirmed timeout Batch Numbers At risk Since 100 HLR000100 500 0.00 EUR"
                        + " 24 Nov, 09:09:00 And 37 batches that are not shown here.");
    }

    @Test
    void assumed_A10_onlyDocumentedOperatorsHaveNames() throws Exception {
        assertThat(text(page(facts(Optional.empty(), true, Map.of(), 0, 0, List.of()))))
                .contains("Orange (20801)", "SFR (20810)", "Free (20815)", "Bouygues (20820)")
                .contains("22801, Switzerland", "no network");
    }

    @Test
    void theTwelveLargestAreDrawnAndTheRestAsOne() throws Exception {
        for (int mnc = 30; mnc < 50; mnc++) {
            tally.add(HlrNotification.fromFields(Map.of("phone", "+33639980000", "mccMnc", "208" + mnc)));
        }
        Document page = page(facts(Optional.empty(), true, Map.of(), 0, 0, List.of()));

        assertThat(text(page)).contains("14 others 14").contains("20849, France");
    }

    @Test
    void aRunWithoutAnswersHasNoCharts() throws Exception {
        String page = ReportPage.of(facts(Optional.empty(), true, Map.of(), 0, 0, List.of()), new ResultTally());

        assertThat(text(parsed(page))).contains("No answer has come yet.");
        assertThat(page).doesNotContain("<svg");
    }

    @Test
    void thePageMayLoadNothingAndNamesNoOtherPlace() {
        String page = ReportPage.of(facts(Optional.empty(), true, Map.of(), 0, 0, List.of()), tally);

        assertThat(page)
                .contains(
                        "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"")
                .doesNotContain("http:", "https:", "//", "@import", "src=");
    }

    private static RunFacts facts(
            Optional<String> name,
            boolean finished,
            Map<Standing, Batches> batches,
            long answered,
            long missing,
            List<OpenBatch> open) {
        return new RunFacts(
                name,
                NOW.atZone(ZoneOffset.UTC),
                "api.smspartner.fr",
                finished,
                "It ended.",
                new Input(1_000, 2, 3),
                batches,
                new Money(
                        Cost.of("5", "EUR"),
                        batches.containsKey(Standing.UNCONFIRMED) ? Cost.of("5", "EUR") : NOTHING,
                        Optional.of(Cost.of("20", "EUR"))),
                new Answers(answered, missing),
                open);
    }

    private static OpenBatch open(int number, Standing standing, String reason) {
        return new OpenBatch(
                number, 500, NOTHING, NOW, standing, reason, Optional.of(CampaignId.of("HLR000" + number)));
    }

    private Document page(RunFacts facts) throws Exception {
        return parsed(ReportPage.of(facts, tally));
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
    }

    /** What is to be read, its blanks evened out. */
    private static String text(Document page) {
        StringBuilder text = new StringBuilder();
        collect(page.getElementsByTagName("body").item(0), text);
        return text.toString().replaceAll("[\\s\\u00A0]+", " ");
    }

    private static void collect(Node node, StringBuilder text) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            text.append(node.getNodeValue()).append(' ');
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, text);
        }
    }

    private static List<String> links(Document page) {
        return elements(page, "a").stream()
                .map(link -> link.getAttribute("href").substring(1))
                .toList();
    }

    private static List<String> ids(Document page) {
        return elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static List<Element> elements(Document page, String name) {
        var found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
