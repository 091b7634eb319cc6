package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {

    @ParameterizedTest
    @ValueSource(strings = {"s", "signup", "12345678901234567890", "\u00E9t\u00E9 \"2026\" \\o/", " x "})
    void documented_D03_takesUpTo20Characters(String value) {
        assertThat(Tag.of(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = "\uD83D\uDCDE")
    void documented_D03_countsAnEmojiAsOneCharacter(String emoji) {
        assertThat(Tag.of(emoji.repeat(20)).value()).hasSize(40);
        assertThatThrownBy(() -> Tag.of(emoji.repeat(21)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a tag has at most 20 characters, this one has 21");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | a tag must not be blank; leave it out instead",
                "' \t'                 | a tag must not be blank; leave it out instead",
                "123456789012345678901 | a tag has at most 20 characters, this one has 21",
                "'a\nb'                | a tag must not contain control characters",
                "'a\u0000b'            | a tag must not contain control characters",
                "'a\u0085b'            | a tag must not contain control characters"
            })
    void documented_D03_refusesAnythingElse(String value, String message) {
        assertThatThrownBy(() -> Tag.of(value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
