package io.github.hlr4j.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notifications as a form, the first reading of the page's sample. */
final class FormNotifications implements NotificationBodies {

    @Override
    public String pageSample() {
        return "phone=%2B3300000000&messageId=1234-12344-1234-1234&mccMnc=20815&ported=1&errorGrpId=0"
                + "&errorName=NO_ERROR+&errorDesc=No+Error&date=2018-03-05T10%3A34%3A52.355%2B0000";
    }

    @Override
    public String one(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.text() != null)
                .map(field -> URLEncoder.encode(field.name(), UTF_8) + "=" + URLEncoder.encode(field.text(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public Optional<String> many(List<List<Field>> results) {
        return Optional.empty();
    }

    @Override
    public Stream<BodySample> spellings() {
        return Stream.of(
                BodySample.of("a plus that was not escaped", "phone=+33639980001&errorName=NO_ERROR"),
                BodySample.of("digits alone", "phone=33639980001&errorName=NO_ERROR"),
                BodySample.of("everything escaped", "%70hone=%2b33639980001&errorName=%4E%4f_ERROR"),
                BodySample.of("ampersands too many", "&&phone=%2B33639980001&&errorName=NO_ERROR&"),
                BodySample.of("a name without a value", "phone=%2B33639980001&ported&errorName=NO_ERROR"),
                BodySample.of("a value without a name", "=1&phone=%2B33639980001&errorName=NO_ERROR"),
                BodySample.of("an empty value", "phone=%2B33639980001&mccMnc=&errorName=NO_ERROR"),
                BodySample.of("an equals sign in a value", "x=a=b&phone=%2B33639980001&errorName=NO_ERROR"),
                BodySample.of("escapes that are none", "x=%zz%4&phone=%2B33639980001&errorName=NO_ERROR"));
    }

    @Override
    public Stream<BodySample> refused() {
        return Stream.of(
                BodySample.of("nothing", ""),
                BodySample.of("ampersands alone", "&&&"),
                BodySample.of("a text", "hello 639980001"),
                BodySample.of("two phones", "phone=33639980001&phone=33639980002"),
                BodySample.of("two phones, one escaped", "phone=33639980001&%70hone=33639980002"));
    }
}
