package io.github.hlr4j.format.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlNotificationDecoderTest {

    private final NotificationDecoder decoder = XmlFormat.create().notificationDecoder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r:hlr xmlns:r='urn:r'><r:phone>+33639980001</r:phone></r:hlr>",
                "<r:hlr><r:phone>+33639980001</r:phone></r:hlr>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><hlr><phone>+33639980001</phone></hlr>",
                "<hlr><phone>\n+33639980001\n</phone></hlr>",
                "<hlr><phone><![CDATA[+336]]>3998<![CDATA[0001]]></phone></hlr>"
            })
    void assumed_A03_readsAPhoneInOtherClothes(String body) {
        assertThat(decode(body)).containsExactly(Map.of("phone", "+33639980001"));
    }

    @Test
    void assumed_A03_readsTheRootAsTheResultWhereItHasAFieldAndItsChildrenOtherwise() {
        assertThat(decode("<a><phone>1</phone><b><phone>2</phone></b></a>")).containsExactly(Map.of("phone", "1"));
        assertThat(decode("<a><b><phone>1</phone></b><c/><d><ported>2</ported></d></a>"))
                .containsExactly(Map.of("phone", "1"), Map.of("ported", "2"));
    }

    @Test
    void assumed_A03_ignoresAFieldWithElementsInIt() {
        assertThat(decode("<a><phone>1</phone><date>2018<b/></date></a>")).containsExactly(Map.of("phone", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%d", "xmlns:a%d", "x:a%d"})
    void assumed_A03_refusesAFloodOfAttributesBeforeItCostsTime(String name) {
        assertThat(decode(withAttributes(100, name))).hasSize(1);
        assertThatThrownBy(() -> decode(withAttributes(101, name))).isInstanceOf(MalformedBodyException.class);
    }

    private static String withAttributes(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(name, i) + "='urn:a'")
                .collect(Collectors.joining(" ", "<hlr ", "><phone>+33639980001</phone></hlr>"));
    }

    private List<Map<String, String>> decode(String body) {
        return decoder.decode(body.getBytes(UTF_8));
    }
}
