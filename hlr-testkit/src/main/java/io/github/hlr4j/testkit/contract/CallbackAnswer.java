package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.testkit.socket.RawClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer of a site; each one is checked to have no body, and to say nothing of what runs there. */
final class CallbackAnswer {

    private static final List<String> TELLTALES = List.of("Server", "X-Powered-By", "Set-Cookie");

    private final String head;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private CallbackAnswer(String head) {
        this.head = head;
        head.lines().skip(1).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        });
    }

    /** Waits for the next answer to a POST, whatever interim ones come before it. */
    static CallbackAnswer next(RawClient client) {
        return next(client, "POST");
    }

    static CallbackAnswer next(RawClient client, String method) {
        CallbackAnswer answer = new CallbackAnswer(client.answer());
        while (answer.status() < 200) {
            answer = new CallbackAnswer(client.answer());
        }
        answer.tellsNothing(method);
        return answer;
    }

    int status() {
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    String header(String name) {
        return headers.get(name);
    }

    /** Every byte but the value of Date. */
    String bytes() {
        return head.replaceAll("(?im)^(Date:).*$", "$1");
    }

    /** Every byte but the value of Date and whether the connection is kept, which depends on what was left unread. */
    String bytesOnAnyConnection() {
        return bytes().replaceAll("(?im)^Connection:.*\\R", "");
    }

    private void tellsNothing(String method) {
        assertThat(headers)
                .as("headers")
                .doesNotContainKeys(TELLTALES.toArray(String[]::new))
                .doesNotContainKey("Transfer-Encoding");
        assertThat(headers.getOrDefault("Content-Length", "none"))
                .as("the length of the body of a %d", status())
                .isIn(status() == 204 ? List.of("none") : method.equals("HEAD") ? List.of("none", "0") : List.of("0"));
    }

    @Override
    public String toString() {
        return head;
    }
}
