package io.github.hlr4j.testkit.socket;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request as it arrived. */
public final class ReceivedRequest {

    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:");

    private final List<String> headLines;
    private final byte[] body;

    private ReceivedRequest(List<String> headLines, byte[] body) {
        this.headLines = headLines;
        this.body = body;
    }

    /** A request of a head, without the blank line at its end, and no body. */
    static ReceivedRequest ofHead(String head) {
        return new ReceivedRequest(List.of(head.split("\r\n", -1)), new byte[0]);
    }

    ReceivedRequest withBody(byte[] newBody) {
        return new ReceivedRequest(headLines, newBody);
    }

    /**
     * The first line, for example {@code POST /v1/hlr/notify HTTP/1.1}.
     *
     * @return the line without its end
     */
    public String requestLine() {
        return headLines.get(0);
    }

    /**
     * The method, the first word of the first line.
     *
     * @return for example {@code POST}
     */
    public String method() {
        return word(0);
    }

    /**
     * The target, the second word of the first line.
     *
     * @return for example {@code /v1/hlr/notify}; empty where the line has no second word
     */
    public String target() {
        return word(1);
    }

    /**
     * The version of HTTP, the third word of the first line.
     *
     * @return for example {@code HTTP/1.1}; empty where the line has no third word
     */
    public String version() {
        return word(2);
    }

    private String word(int index) {
        String[] words = requestLine().split(" ", -1);
        return index < words.length ? words[index] : "";
    }

    /**
     * The first value of a header.
     *
     * @param name the name, in any case
     * @return the value without the blanks around it; empty where there is no such header
     */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /**
     * Every value of a header.
     *
     * @param name the name, in any case
     * @return the values without the blanks around them, in their order
     */
    public List<String> headers(String name) {
        return headLines.stream()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /**
     * Whether the client wants to send another request over the same connection.
     *
     * @return true for HTTP/1.1 without {@code Connection: close}
     */
    public boolean keepsConnection() {
        return version().equals("HTTP/1.1")
                && headers("Connection").stream()
                        .flatMap(value -> Stream.of(value.split(",", -1)))
                        .noneMatch(token -> token.strip().equalsIgnoreCase("close"));
    }

    boolean hasMalformedHeader() {
        return headLines.stream().skip(1).anyMatch(line -> !HEADER.matcher(line).lookingAt());
    }

    /**
     * The body, as long as the header {@code Content-Length} says.
     *
     * @return the bytes themselves, not a copy
     */
    public byte[] body() {
        return body;
    }

    /** The first line and the size. Headers and body are left out, they may hold secrets. */
    @Override
    public String toString() {
        return "ReceivedRequest[" + requestLine() + ", " + body.length + " bytes]";
    }
}
