package io.github.hlr4j.callback;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.InvalidInputException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A ring of secret keys that sign the addresses of callbacks: the newest signs, all of them verify.
 *
 * <p>Immutable: rotating and revoking give another ring. Keys are written as text by {@link #toText()} alone; nothing else
 * prints them.
 */
public final class CallbackKeys {

    private static final String HEADER = "# hlr4j callback keys: secret. One key a line, the last one signs.";
    private static final int MAX_KEYS = 64;

    private final List<CallbackKey> ring;

    private CallbackKeys(List<CallbackKey> ring) {
        this.ring = List.copyOf(ring);
    }

    /**
     * Draws a ring of one new key.
     *
     * @return a ring whose key has the id 1
     */
    public static CallbackKeys create() {
        return new CallbackKeys(List.of(CallbackKey.random(1, new SecureRandom())));
    }

    /**
     * Reads a ring.
     *
     * @param text what {@link #toText()} wrote; blank lines and lines that begin with # are skipped
     * @return the ring
     * @throws InvalidInputException if a line is not a key, an id stands twice or there is no key; the message names the
     *     line and repeats nothing of it
     */
    public static CallbackKeys parse(String text) {
        List<CallbackKey> ring = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(ring, line, i + 1);
            }
        }
        if (ring.isEmpty()) {
            throw new InvalidInputException("callback keys: there is no key; 'hlr keys create FILE' makes one");
        }
        return new CallbackKeys(ring);
    }

    /**
     * The ring with a new key, which signs from now on; the older ones go on verifying.
     *
     * @return another ring
     * @throws InvalidInputException if the ring already has 64 keys
     */
    public CallbackKeys rotated() {
        if (ring.size() == MAX_KEYS) {
            throw new InvalidInputException("callback keys: a ring has at most 64 keys; revoke old ones first");
        }
        List<CallbackKey> longer = new ArrayList<>(ring);
        longer.add(CallbackKey.random(nextId(), new SecureRandom()));
        return new CallbackKeys(longer);
    }

    /**
     * The ring without a key; addresses that it signed are not found from now on.
     *
     * @param id the key's id
     * @return another ring
     * @throws InvalidInputException if there is no such key or it is the only one
     */
    public CallbackKeys without(int id) {
        if (!ids().contains(id)) {
            throw new InvalidInputException("callback keys: there is no key " + id + ", there are " + ids());
        }
        if (ring.size() == 1) {
            throw new InvalidInputException("callback keys: key " + id + " is the only one; rotate before revoking it");
        }
        return new CallbackKeys(ring.stream().filter(key -> key.id() != id).toList());
    }

    /**
     * The ids of the keys.
     *
     * @return oldest first; the last one signs
     */
    public List<Integer> ids() {
        return ring.stream().map(CallbackKey::id).toList();
    }

    /**
     * The secrets as text, for a file that only its owner may read.
     *
     * @return lines that {@link #parse} reads
     */
    public String toText() {
        return ring.stream()
                .map(key ->
                        key.id() + " " + Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret()))
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    /**
     * Makes the token of a request, with the newest key.
     *
     * @param correlation the request
     * @param expiry when the token stops being valid; whole seconds from 1970 to 2106
     * @return 53 characters that may stand in a path
     * @throws InvalidInputException if the expiry is outside these years
     */
    public String sign(Correlation correlation, Instant expiry) {
        return CallbackToken.sign(ring.get(ring.size() - 1), correlation, expiry);
    }

    /**
     * Checks a token, in a time that does not tell why one fails.
     *
     * @param token what stands in the path; anything
     * @param now the time
     * @return the request; empty where the token is malformed, forged, of an unknown key or expired
     */
    public Optional<Correlation> verify(String token, Instant now) {
        Objects.requireNonNull(token, "token");
        return CallbackToken.verify(token, ring, now);
    }

    /** The ids; never a secret. */
    @Override
    public String toString() {
        return "CallbackKeys" + ids();
    }

    /** One more than the largest; behind the largest that there can be, the smallest that is free. */
    private int nextId() {
        List<Integer> taken = ids();
        int next = Collections.max(taken) + 1;
        return next <= CallbackKey.MAX_ID
                ? next
                : IntStream.rangeClosed(1, CallbackKey.MAX_ID)
                        .filter(id -> !taken.contains(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static void add(List<CallbackKey> ring, String line, int lineNumber) {
        CallbackKey key = CallbackKey.parse(line)
                .orElseThrow(() -> new InvalidInputException("callback keys: line " + lineNumber
                        + " is not a key (an id from 1 to 65535, a blank, 43 characters of base64url)"));
        if (ring.stream().anyMatch(other -> other.id() == key.id())) {
            throw new InvalidInputException("callback keys: line " + lineNumber + " repeats the id " + key.id());
        }
        if (ring.size() == MAX_KEYS) {
            throw new InvalidInputException("callback keys: a ring has at most 64 keys");
        }
        ring.add(key);
    }
}
