package io.github.hlr4j.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What can stand in a request line instead of a token that holds. */
final class WrongTargets {

    private WrongTargets() {}

    /** Wrong targets by what is wrong with them. The last segment of the raw path is the token, and it alone. */
    static Map<String, String> around(AwaitedRequest request) {
        String good = request.target();
        String token = request.token();
        String below = below(request);
        String noToken = below.length() > 1 ? below.substring(0, below.length() - 1) : below;
        Map<String, String> targets = new LinkedHashMap<>();
        targets.put("no token", noToken);
        targets.put("an empty token", below);
        targets.put("garbage", below + "no-token");
        targets.put("escaped garbage", below + "%C3%A9%20");
        targets.put("a character too few", good.substring(0, good.length() - 1));
        targets.put("a character too many", good + "A");
        targets.put("padding", good + "=");
        targets.put("the token twice", good + token);
        targets.put("thousands of characters", good + "A".repeat(3000));
        targets.put("upper case", below + token.toUpperCase(Locale.ROOT));
        targets.put("a slash behind", good + "/");
        targets.put("a segment behind", good + "/more");
        targets.put("a path parameter behind", good + ";jsessionid=1");
        targets.put("an empty path parameter behind", good + ";");
        targets.put("the token as a path parameter", below + ";" + token);
        targets.put("the token as a path parameter of a segment", below + "no-token;" + token);
        targets.put("the token as the query", below + "?" + token);
        targets.put("the token as a parameter", below + "no-token?token=" + token);
        targets.put("the token behind a slash of the query", below + "no-token?/" + token);
        targets.put("no path but a token behind a slash of the query", noToken + "?/" + token);
        return targets;
    }

    /** Where tokens begin: the path of an address up to its last slash. */
    static String below(AwaitedRequest request) {
        String good = request.target();
        return good.substring(0, good.length() - request.token().length());
    }

    /** The address of a request with one character of its token changed, for each character. */
    static List<String> changed(AwaitedRequest request) {
        String good = request.target();
        return IntStream.range(good.length() - request.token().length(), good.length())
                .mapToObj(i -> good.substring(0, i) + other(good.charAt(i)) + good.substring(i + 1))
                .toList();
    }

    /** Both may stand anywhere in a token, also at its end. */
    private static char other(char character) {
        return character == 'A' ? 'E' : 'A';
    }
}
