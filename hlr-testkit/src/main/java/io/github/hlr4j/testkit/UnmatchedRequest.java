package io.github.hlr4j.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A request that the service would not know: another path, another method, or not HTTP at all.
 *
 * @param method the method, its first 20 characters; {@code ?} where there is none to be read
 * @param target the path, its first 200 characters, with asterisks for whatever may be a callback token or a phone number;
 *     what stands behind a question mark is left out
 * @param status what it was answered with: 400, 404, 405, 413 or 431
 */
public record UnmatchedRequest(String method, String target, int status) {

    /** Stands for the method of what is no request. */
    static final String UNREADABLE = "?";

    /** What the fake serves. */
    static final String MATCHED = "POST " + SmsPartnerHttp.PATH;

    private static final int SHOWN = 20;
    private static final int MAX_METHOD = 20;
    private static final int MAX_TARGET = 200;

    /** Cuts what is too long to keep. */
    public UnmatchedRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        method = ForeignText.shortened(method, MAX_METHOD);
        int query = target.indexOf('?');
        target = ForeignText.shortened(query < 0 ? target : target.substring(0, query) + "?...", MAX_TARGET);
    }

    /**
     * How the request differs from what the fake serves, for people.
     *
     * @return three lines: what is served, what came, and a caret below the first character that differs
     */
    public String difference() {
        if (method.equals(UNREADABLE)) {
            return "  served:  " + MATCHED + "\n  came:    what is no request of HTTP/1.1, or too large";
        }
        String came = method + " " + target;
        int same = 0;
        while (same < Math.min(came.length(), MATCHED.length()) && came.charAt(same) == MATCHED.charAt(same)) {
            same++;
        }
        return "  served:  " + MATCHED + "\n  came:    " + came + "\n           " + " ".repeat(same) + "^";
    }

    /** Status, method and target on one line. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "UNMATCHED %d, %s %s", status, method, target);
    }

    /** What differs in each of some requests, for a failure message. */
    static String describe(List<UnmatchedRequest> unmatched) {
        return unmatched.stream()
                .limit(SHOWN)
                .map(request -> "\nanswered " + request.status + "\n" + request.difference())
                .collect(Collectors.joining(
                        "",
                        "The fake got " + unmatched.size() + (unmatched.size() == 1 ? " request" : " requests")
                                + " that SMS Partner would not know:",
                        unmatched.size() > SHOWN ? "\n..." : ""));
    }
}
