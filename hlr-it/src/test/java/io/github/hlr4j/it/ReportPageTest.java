package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hlr4j.it.probe.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of ten million numbers, made by the packaged jar, in a real browser; its pictures stay in {@code target}. */
class ReportPageTest {

    private static final Path CLI = Path.of(System.getProperty("hlr.it.cli"));
    private static final Path PICTURES = Path.of("target", "report-pictures");

    @TempDir
    static Path folder;

    private static Path page;
    private static Chromium browser;

    private ChromiumTab tab;

    @BeforeAll
    static void makeThePageAndStartABrowser() throws IOException {
        Files.createDirectories(PICTURES);
        page = PICTURES.resolve("report.html").toAbsolutePath();
        // In this heap there is no room for ten million of anything.
        assertThat(OwnJvm.ON_CLASS_PATH.run(
                        List.of("-Xmx32m"),
                        List.of(CLI, OwnJvm.classesOf(SampleReport.class)),
                        SampleReport.class,
                        page.toString()))
                .containsExactly("9828737 results");
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "no Chromium is installed here; Debian's package chromium brings one");
        browser = Chromium.start(program.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void load() {
        tab = browser.newTab();
        tab.resize(1_100, 900);
        tab.load(page.toUri());
    }

    @Test
    void nothingIsLoadedAndNothingGoesWrong() {
        assertThat(tab.evaluate("document.title")).isEqualTo("\"customers-2026-11: verification report\"");
        assertThat(tab.told("Network.requestWillBeSent"))
                .extracting(request -> request.getJsonObject("request").getString("url"))
                .containsExactly(page.toUri().toString());
        assertThat(tab.told("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"))
                .isEmpty();
        assertThat(tab.evaluate("document.scripts.length")).isEqualTo("0");
    }

    @Test
    void everyChartIsSeenAndHasWordsAndATableBesideIt() {
        String charts = "[...document.querySelectorAll('svg[role=img]')]";

        assertThat(tab.evaluate(charts + ".map(c => c.parentElement.querySelector('caption').textContent)"))
                .isEqualTo("[\"Answers by reachability\",\"Answers by status\",\"Answers by country of the network\","
                        + "\"Answers by network\",\"Answers by porting\"]");
        assertThat(tab.evaluate(charts + ".filter(c => c.getBoundingClientRect().width < 300"
                        + " || c.getBoundingClientRect().height < 40 || !c.querySelector('title').textContent"
                        + " || !c.querySelector('desc').textContent.includes('%')).map(c => c.outerHTML)"))
                .isEqualTo("[]");
        assertThat(
                        tab.evaluate(
                                "[...document.querySelectorAll('svg[role=img] rect')].filter(r =>"
                                        + " r.getBoundingClientRect().width < 1 || getComputedStyle(r).fill === 'rgb(0, 0, 0)').length"))
                .isEqualTo("0");
    }

    @Test
    void aPhoneShowsHowItEndedWhatItCostAndWhatToDoOnItsFirstScreenAndNeverScrollsSideways() throws Exception {
        tab.resize(360, 740);

        assertThat(tab.evaluate("document.documentElement.scrollWidth")).isEqualTo("360");
        assertThat(tab.evaluate("['.verdict', '.cost', 'ol.todo'].map(s =>"
                        + " document.querySelector(s).getBoundingClientRect().bottom <= 740)"))
                .isEqualTo("[true,true,true]");
        assertThat(tab.evaluate("[...document.querySelectorAll('.slice')].filter(slice =>"
                        + " slice.getBoundingClientRect().width < 4).length"))
                .as("slices that are lost in the gaps beside them")
                .isEqualTo("0");
        tab.picture(PICTURES.resolve("phone-first-screen.png"));
        tab.evaluate("[...document.querySelectorAll('details')].map(fold => fold.open = true)");
        assertThat(tab.evaluate("document.documentElement.scrollWidth")).isEqualTo("360");
        tab.pictureOfAll(PICTURES.resolve("phone.png"));
    }

    @Test
    void lightDarkAndPaperHaveTheirOwnColours() throws Exception {
        tab.prefer("light");
        String light = tab.evaluate("getComputedStyle(document.documentElement).backgroundColor");
        tab.pictureOfAll(PICTURES.resolve("light.png"));
        tab.prefer("dark");
        String dark = tab.evaluate("getComputedStyle(document.documentElement).backgroundColor");
        tab.pictureOfAll(PICTURES.resolve("dark.png"));
        tab.print(PICTURES.resolve("print.pdf"));

        assertThat(light).isEqualTo("\"rgb(252, 251, 248)\"");
        assertThat(dark).isEqualTo("\"rgb(20, 23, 26)\"");
        assertThat(PICTURES.resolve("print.pdf")).isNotEmptyFile();
    }
}
