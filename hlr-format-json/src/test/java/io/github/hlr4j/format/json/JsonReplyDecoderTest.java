package io.github.hlr4j.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReplyDecoderTest {

    private static final String SUCCESS =
            "{'success':true,'code':200,'campaign_id':'HLR1','number':1,'cost':0.005,'currency':'EUR'";

    private final ReplyDecoder decoder = JsonFormat.create().replyDecoder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'error':[{'elementId':'phoneNumbers','message':'is wrong'}]         | phoneNumbers: is wrong",
                "'error':[{'message':'a'},{'elementId':'b','message':'c'}]           | a; b: c",
                "'message':'Refused','error':[{'elementId':'b','message':'c'}]       | Refused; b: c",
                "'error':[{'elementId':'b','message':'c'}],'message':'Refused'       | Refused; b: c",
                "'message':null,'error':[{'elementId':null,'message':'c','x':[{}]}]  | c",
                "'message':'Refused','error':[]                                      | Refused",
                "'message':'Refused','error':null                                    | Refused",
            })
    void wider_W02_joinsTheListOfErrorsBehindTheMessage(String fields, String message) {
        assertThat(decode("{'success':false,'code':3," + fields + "}"))
                .isEqualTo(new SubmissionReply.Failure(3, Optional.of(message)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'error':[]", "'error':null", "'error':[{}]", "'message':' '"})
    void wider_W02_hasNoWordsWhereTheServiceSaidNone(String fields) {
        assertThat(decode("{'success':false,'code':3," + fields + "}"))
                .isEqualTo(new SubmissionReply.Failure(3, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'error':'b'",
                "'error':{'message':'b'}",
                "'error':['b']",
                "'error':[null]",
                "'error':[{'message':1}]",
                "'error':[{'elementId':['b']}]"
            })
    void wider_W02_refusesAListOfErrorsOfAnotherShape(String field) {
        refuse("{'success':false,'code':3," + field + "}");
    }

    @Test
    void documented_D06_dropsTheWhiteSpaceAroundACampaignAsXmlDoes() {
        assertThat(decode(SUCCESS.replace("HLR1", " HLR1 ") + "}")).isEqualTo(decode(SUCCESS + "}"));
    }

    @Test
    void documented_D06_readsAMessageBesideASuccess() {
        assertThat(decode(SUCCESS + ",'message':'OK','error':[]}")).isInstanceOf(SubmissionReply.Success.class);
    }

    private SubmissionReply decode(String body) {
        return decoder.decode(body.replace('\'', '"').getBytes(UTF_8));
    }

    private void refuse(String body) {
        assertThatThrownBy(() -> decode(body)).isInstanceOf(MalformedBodyException.class);
    }
}
