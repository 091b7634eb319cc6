package io.github.hlr4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script> | &lt;script&gt;alert(1)&lt;/script&gt;",
                "\" onload=\"x             | &quot; onload=&quot;x",
                "it's & that               | it&#39;s &amp; that",
                "{} $1 \\                  | {} $1 \\",
                "Clé, 数, 😀               | Clé, 数, 😀"
            })
    void whatFillsAGapIsEscaped(String text, String escaped) {
        assertThat(Markup.of("<p title=\"{}\">{}</p>", text, text))
                .hasToString("<p title=\"" + escaped + "\">" + escaped + "</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u001b", "\u009b", "\ud83d", "\uffff"})
    void whatNoDocumentMayHoldIsReplaced(String character) {
        assertThat(Markup.of("{}", "a" + character + "b")).hasToString("a\ufffdb");
    }

    @Test
    void markupIsEscapedOnce() {
        assertThat(Markup.of("<p>{}</p>", Markup.of("<b>{}</b>", "<"))).hasToString("<p><b>&lt;</b></p>");
    }

    @Test
    void aGapTooFewIsABugOfOurs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Markup.of("<p>{}</p>", 1, 2))
                .withMessage("2 parts for the 1 gaps of <p>{}</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "number +33639980014 is barred,          number ******* is barred",
        "number +33 6 39 98 00 14 is barred,     number ******* is barred",
        "33639980014,                            *******",
        "HTTP status 502 after 30 seconds,       HTTP status 502 after 30 seconds",
    })
    void whatMayBeAPhoneNumberIsMasked(String text, String masked) {
        assertThat(ForeignText.of(text)).hasToString("<bdi>" + masked + "</bdi>");
    }

    @Test
    void aCallbackTokenIsMasked() {
        assertThat(ForeignText.of("posted to https://app.example/h1" + "Ab_-9".repeat(10) + "x failed"))
                .hasToString("<bdi>posted to https://app.example/******* failed</bdi>");
    }
}
