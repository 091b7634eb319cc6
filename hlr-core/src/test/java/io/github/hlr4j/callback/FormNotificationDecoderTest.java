package io.github.hlr4j.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.hlr4j.spi.MalformedBodyException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormNotificationDecoderTest {

    private final FormNotificationDecoder decoder = new FormNotificationDecoder();

    @Test
    void documented_D11_readsTheSampleOfThePageAsPhpWouldSendIt() {
        assertThat(decode("phone=%2B3300000000&messageId=1234-12344-1234-1234&mccMnc=20815&ported=1&errorGrpId=0"
                        + "&errorName=NO_ERROR+&errorDesc=No+Error&date=2018-03-05T10%3A34%3A52.355%2B0000"))
                .containsExactly(
                        entry("phone", "+3300000000"),
                        entry("messageId", "1234-12344-1234-1234"),
                        entry("mccMnc", "20815"),
                        entry("ported", "1"),
                        entry("errorGrpId", "0"),
                        entry("errorName", "NO_ERROR "),
                        entry("errorDesc", "No Error"),
                        entry("date", "2018-03-05T10:34:52.355+0000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a=1            | 1
            a=             | ``
            &&a=1&&        | 1
            x&a=1          | 1
            a=1=2          | 1=2
            a=%2B33        | +33
            a=+33          | ` 33`
            a=%2b%3d%26    | +=&
            a=%20%09.      | ` \t.`
            a=.%00         | `.\0`
            a=%C3%A9       | \u00E9
            %61=1          | 1
            `+a+=1`        | 1
            a=100%         | 100%
            a=%            | %
            a=%4           | %4
            a=%zz          | %zz
            a=%2           | %2
            a=%E2%82       | \uFFFD
            a=1&a=1        | 1
            a=1&b=2        | 1
            """)
    void assumed_A03_readsAForm(String body, String value) {
        assertThat(decode(body)).containsEntry("a", value);
    }

    @Test
    void assumed_A03_readsUnescapedUtf8() {
        assertThat(decoder.decode("a=\u00E9".getBytes(UTF_8)).get(0)).containsEntry("a", "\u00E9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "phone", "  ", "not a form"})
    void refusesABodyWithoutAField(String body) {
        assertThatThrownBy(() -> decode(body))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessage("a form without a field");
    }

    @Test
    void refusesTwoValuesOfOneField() {
        assertThatThrownBy(() -> decode("phone=%2B33639980001&phone=%2B33639980002"))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessage("a form with two values of one field");
    }

    @Test
    void assumed_A09_takes32FieldsAndNoMore() {
        assertThat(decode(fields(32))).hasSize(32);
        assertThatThrownBy(() -> decode(fields(33)))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessage("a form with more than 32 fields");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBytesAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] body = new byte[random.nextInt(64)];
            for (int at = 0; at < body.length; at++) {
                body[at] = (byte) (random.nextBoolean() ? "=&%+aF0".charAt(random.nextInt(7)) : random.nextInt());
            }
            try {
                assertThat(decoder.decode(body)).hasSize(1);
            } catch (MalformedBodyException refused) {
                assertThat(refused).hasMessageStartingWith("a form with");
            }
        }
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
    }

    private Map<String, String> decode(String body) {
        List<Map<String, String>> results = decoder.decode(body.getBytes(ISO_8859_1));
        assertThat(results).hasSize(1);
        return results.get(0);
    }
}
