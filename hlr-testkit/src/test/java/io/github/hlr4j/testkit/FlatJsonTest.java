package io.github.hlr4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.hlr4j.spi.MalformedBodyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void stringsAreUnescapedAndOtherValuesKeptAsWritten() {
        assertThat(FlatJson.read("""
                 { "text": "a\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9é", "number" : -1.50e+3, "yes":true , "nothing":null,
                   "list": [ 1, [], {"a":{}} ], "object":{"b":[2]}, "empty":"" } \
                """))
                .containsExactly(
                        entry("text", "a\"\\/\b\f\n\r\téé"),
                        entry("number", "-1.50e+3"),
                        entry("yes", "true"),
                        entry("list", "[ 1, [], {\"a\":{}} ]"),
                        entry("object", "{\"b\":[2]}"),
                        entry("empty", ""));
    }

    @Test
    void ofAMemberThatOccursTwiceTheLastOneCounts() {
        assertThat(FlatJson.read("{\"a\":\"1\",\"b\":\"2\",\"a\":\"3\"}"))
                .containsOnly(entry("a", "3"), entry("b", "2"));
        assertThat(FlatJson.read("{\"a\":\"1\",\"a\":null}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "}",
                "{}x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"open}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "\uFEFF{}",
            })
    void whatIsNotOneJsonObjectIsRefused(String text) {
        assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> FlatJson.read(text));
    }

    @Test
    void nestingDeeperThan32IsRefusedBeforeItTakesTheStack() {
        assertThat(FlatJson.read(nested(31))).hasSize(1);
        assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> FlatJson.read(nested(32)));
        assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> FlatJson.read(nested(1_000_000)));
    }

    private static String nested(int arrays) {
        return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
    }
}
