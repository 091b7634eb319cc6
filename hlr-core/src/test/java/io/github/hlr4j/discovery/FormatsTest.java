package io.github.hlr4j.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.WordFormat;
import io.github.hlr4j.spi.WireFormatProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final WireFormatProvider JSON = new WordFormat(ReplyFormat.JSON);
    private static final WireFormatProvider XML = new WordFormat(ReplyFormat.XML);

    @Test
    void documented_D03_prefersJsonWhereItIsPresent() {
        assertThat(given(XML, JSON).preferred()).isEqualTo(ReplyFormat.JSON);
        assertThat(given(JSON).preferred()).isEqualTo(ReplyFormat.JSON);
        assertThat(given(XML).preferred()).isEqualTo(ReplyFormat.XML);
    }

    @Test
    void knowsWhatItWasGiven() {
        assertThat(given(XML, JSON).present()).containsExactlyInAnyOrder(ReplyFormat.JSON, ReplyFormat.XML);
        assertThat(given(XML).notificationDecoder(ReplyFormat.XML)).isPresent();
        assertThat(given(XML).notificationDecoder(ReplyFormat.JSON)).isEmpty();
    }

    @Test
    void makesADecoderOnce() {
        Formats formats = given(JSON);

        assertThat(formats.replyDecoder(ReplyFormat.JSON)).isSameAs(formats.replyDecoder(ReplyFormat.JSON));
        assertThat(formats.notificationDecoder(ReplyFormat.JSON).orElseThrow())
                .isSameAs(formats.notificationDecoder(ReplyFormat.JSON).orElseThrow());
    }

    @Test
    void refusesTwoOfOneFormat() {
        assertThatThrownBy(() -> given(JSON, XML, new WordFormat(ReplyFormat.JSON)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Two of the given providers are of the same wire format; give one of each.");
    }

    @Test
    void namesTheModuleOfAFormatThatIsNotPresent() {
        assertThatThrownBy(() -> given(JSON).replyDecoder(ReplyFormat.XML))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The request asks for a reply in XML, present is [JSON].\n"
                        + "Add io.github.hlr4j:hlr-format-xml to the class path or module path,"
                        + " or let the request name another format.");
    }

    private static Formats given(WireFormatProvider... providers) {
        return Formats.of(List.of(providers), FormatsTest.class.getClassLoader());
    }
}
