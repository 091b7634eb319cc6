package io.github.hlr4j;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request to verify 1 to 500 distinct numbers (D02, D03): what is sent, and paid for, at once.
 *
 * @param numbers 1 to 500 numbers, none twice, in the order in which they are sent
 * @param tag a label for the account's statistics
 * @param notifyUrl where the service posts the results: an absolute http or https address without fragment
 * @param replyFormat the format of the reply; where empty, the client chooses
 */
public record VerificationRequest(
        List<PhoneNumber> numbers, Optional<Tag> tag, Optional<URI> notifyUrl, Optional<ReplyFormat> replyFormat) {

    /** The most numbers that the service takes in one request (D02). */
    public static final int MAX_NUMBERS = 500;

    private static final int MAX_URL_LENGTH = 2048;

    /**
     * Checks the parts.
     *
     * @throws InvalidInputException if there are no numbers, too many or one twice, or if the address is unusable
     */
    public VerificationRequest {
        numbers = List.copyOf(numbers);
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(replyFormat, "replyFormat");
        requireCount(numbers.size());
        requireDistinct(numbers);
        notifyUrl.ifPresent(VerificationRequest::requireNotifiable);
    }

    /**
     * A request without tag and address.
     *
     * @param numbers 1 to 500 distinct numbers
     * @return the request
     * @throws InvalidInputException if there are none, too many or one twice
     */
    public static VerificationRequest of(PhoneNumber... numbers) {
        return of(List.of(numbers));
    }

    /**
     * A request without tag and address.
     *
     * @param numbers 1 to 500 distinct numbers
     * @return the request
     * @throws InvalidInputException if there are none, too many or one twice
     */
    public static VerificationRequest of(Collection<PhoneNumber> numbers) {
        return new VerificationRequest(List.copyOf(numbers), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * As few requests as hold all the numbers, in their order; a number that occurs again is left out, so that it is
     * paid once.
     *
     * @param numbers any count of numbers
     * @return requests of 500 numbers, the last one smaller; none for no numbers
     */
    public static List<VerificationRequest> batches(Collection<PhoneNumber> numbers) {
        List<PhoneNumber> distinct = List.copyOf(new LinkedHashSet<>(numbers));
        List<VerificationRequest> batches = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += MAX_NUMBERS) {
            batches.add(of(distinct.subList(from, Math.min(from + MAX_NUMBERS, distinct.size()))));
        }
        return List.copyOf(batches);
    }

    /**
     * The same request with a tag.
     *
     * @param newTag the tag
     * @return a changed copy
     */
    public VerificationRequest withTag(Tag newTag) {
        return new VerificationRequest(numbers, Optional.of(newTag), notifyUrl, replyFormat);
    }

    /**
     * The same request with an address for its results.
     *
     * @param url see {@link #notifyUrl()}
     * @return a changed copy
     * @throws InvalidInputException if the address is unusable
     */
    public VerificationRequest notifying(URI url) {
        return new VerificationRequest(numbers, tag, Optional.of(url), replyFormat);
    }

    /**
     * The same request with a reply format.
     *
     * @param format the format
     * @return a changed copy
     */
    public VerificationRequest replyingIn(ReplyFormat format) {
        return new VerificationRequest(numbers, tag, notifyUrl, Optional.of(format));
    }

    /**
     * Count, tag and host: neither numbers nor the address, which may carry a secret.
     *
     * @return for example {@code VerificationRequest[2 numbers, tag=signup, notifying app.example]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("VerificationRequest[" + numbers.size() + " numbers");
        tag.ifPresent(t -> text.append(", tag=").append(t.value()));
        notifyUrl.ifPresent(url -> text.append(", notifying ").append(url.getHost()));
        replyFormat.ifPresent(format -> text.append(", ").append(format));
        return text.append(']').toString();
    }

    private static void requireCount(int count) {
        if (count == 0) {
            throw new InvalidInputException("a request needs at least one number");
        }
        if (count > MAX_NUMBERS) {
            throw new InvalidInputException("a request holds at most 500 numbers, not " + count
                    + "; VerificationRequest.batches splits a longer list");
        }
    }

    private static void requireDistinct(List<PhoneNumber> numbers) {
        Map<PhoneNumber, Integer> positions = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            Integer earlier = positions.putIfAbsent(numbers.get(i), i + 1);
            if (earlier != null) {
                throw new InvalidInputException(
                        "number " + (i + 1) + " repeats number " + earlier + " and would be paid for twice");
            }
        }
    }

    private static void requireNotifiable(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || url.getHost() == null) {
            throw new InvalidInputException("an address for results begins with https:// or http:// and names a host");
        }
        if (url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new InvalidInputException("an address for results has neither a fragment nor a user name");
        }
        if (url.toASCIIString().length() > MAX_URL_LENGTH) {
            throw new InvalidInputException("an address for results has at most 2048 characters");
        }
    }
}
