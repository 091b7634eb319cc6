package io.github.hlr4j.format.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReplyDecoderTest {

    private static final String REFUSAL = "<result><entry>false</entry><entry>1</entry><entry>é</entry></result>";

    private final ReplyDecoder decoder = XmlFormat.create().replyDecoder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?>",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
                "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
            })
    void documented_D09_readsADeclaredUtf8OrNoDeclaredEncoding(String declaration) {
        assertThat(decode(declaration + REFUSAL)).isEqualTo(new SubmissionReply.Failure(1, Optional.of("é")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "US-ASCII", "UTF-16", "UTF-7", "none"})
    void documented_D09_refusesAnotherDeclaredEncoding(String encoding) {
        refuse("<?xml version='1.0' encoding='" + encoding + "'?>" + REFUSAL);
    }

    @Test
    void documented_D07_stopsAtTheSeventhEntryInsteadOfCollectingThemAll() {
        String body = "<result>" + "<entry/>".repeat(7) + "this is not XML";
        assertThatThrownBy(() -> decode(body)).hasMessage("a reply has more than 6 entries");
    }

    private SubmissionReply decode(String body) {
        return decoder.decode(body.getBytes(UTF_8));
    }

    private void refuse(String body) {
        assertThatThrownBy(() -> decode(body)).isInstanceOf(MalformedBodyException.class);
    }
}
