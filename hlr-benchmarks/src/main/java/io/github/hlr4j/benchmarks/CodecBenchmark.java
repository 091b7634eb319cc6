package io.github.hlr4j.benchmarks;

import io.github.hlr4j.callback.FormNotificationDecoder;
import io.github.hlr4j.format.json.JsonFormat;
import io.github.hlr4j.format.xml.XmlFormat;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading the bodies of the service's page, each beside the least that an application would write for it. */
@State(Scope.Benchmark)
public class CodecBenchmark {

    private final ReplyDecoder jsonReplies = JsonFormat.create().replyDecoder();
    private final NotificationDecoder jsonNotifications = JsonFormat.create().notificationDecoder();
    private final ReplyDecoder xmlReplies = XmlFormat.create().replyDecoder();
    private final NotificationDecoder forms = new FormNotificationDecoder();
    private final Jsonb jsonb = JsonbBuilder.create();
    private final Unmarshaller unmarshaller;

    /** Makes what is used again. */
    public CodecBenchmark() {
        try {
            unmarshaller = JAXBContext.newInstance(Result.class).createUnmarshaller();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public SubmissionReply jsonReply() {
        return jsonReplies.decode(Bodies.JSON_REPLY);
    }

    @Benchmark
    public Reply jsonReplyByYasson() {
        return jsonb.fromJson(new ByteArrayInputStream(Bodies.JSON_REPLY), Reply.class);
    }

    @Benchmark
    public Reply jsonReplyByFreshYasson() {
        return JsonbBuilder.create().fromJson(new ByteArrayInputStream(Bodies.JSON_REPLY), Reply.class);
    }

    @Benchmark
    public List<Map<String, String>> jsonNotification() {
        return jsonNotifications.decode(Bodies.JSON_NOTIFICATION);
    }

    @Benchmark
    public Result xmlReplyByJaxb() throws JAXBException {
        return (Result) unmarshaller.unmarshal(new StringReader(Bodies.XML_REPLY_TEXT));
    }

    @Benchmark
    public SubmissionReply xmlReply() {
        return xmlReplies.decode(Bodies.XML_REPLY);
    }

    @Benchmark
    public List<Map<String, String>> formNotification() {
        return forms.decode(Bodies.FORM_NOTIFICATION);
    }

    @Benchmark
    public Map<String, String> formByHand() {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(Bodies.FORM_NOTIFICATION, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** A reply as Yasson binds it without being told anything. */
    public record Reply(boolean success, int code, String campaign_id, int number, BigDecimal cost, String currency) {}

    /** A reply as JAXB binds it. */
    @XmlRootElement(name = "result")
    public static class Result {
        /** The texts. */
        @XmlElement(name = "entry")
        public List<String> entries;
    }
}
