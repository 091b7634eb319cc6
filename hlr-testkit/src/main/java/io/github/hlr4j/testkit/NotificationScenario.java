package io.github.hlr4j.testkit;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How a fake server posts the results of a request: what the world may do to them, each a setting of its own (A03 to A06).
 *
 * <p>{@link #orderly()} posts each result once, as a form, in the order of the numbers, right after the reply; an answer of
 * the family 5xx, or none, is followed by another attempt after 200 milliseconds, 1 second and 5 seconds. Up to 32 posts
 * are under way at once, so that neighbours may overtake each other. Immutable; a method gives a changed copy:
 *
 * <pre>{@code
 * fake.notifying(NotificationScenario.orderly()
 *         .in(NotificationStyle.SLOPPY_FORM, NotificationStyle.JSON)
 *         .beforeTheReply()
 *         .shuffled(42)
 *         .duplicating(number -> true)
 *         .losing(NotificationScenario.share(0.1)));
 * }</pre>
 */
public final class NotificationScenario {

    @SuppressWarnings("UnnecessaryLambda") // one object, so that it can be told from any other
    private static final Predicate<PhoneNumber> NOBODY = number -> false;

    private static final List<Duration> DEFAULT_PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final NotificationScenario ORDERLY = new NotificationScenario(new Settings());

    private final Settings settings;

    private NotificationScenario(Settings settings) {
        this.settings = settings;
    }

    /**
     * The scenario in which all goes well.
     *
     * @return where every other scenario starts
     */
    public static NotificationScenario orderly() {
        return ORDERLY;
    }

    /**
     * A choice of about so many of all numbers, the same numbers each time.
     *
     * @param share how many, 0 for none to 1 for all
     * @return a choice for {@link #duplicating}, {@link #losing} and {@link #contradicting}
     * @throws InvalidInputException if the share is not 0 to 1
     */
    public static Predicate<PhoneNumber> share(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new InvalidInputException("a share is 0 to 1, not " + share);
        }
        return number -> fraction(PackedNumbers.pack(number)) < share;
    }

    /** Spreads numbers, neighbours too, evenly over 0 to 1 (the finaliser of SplitMix64). */
    private static double fraction(long number) {
        long bits = number * 0x9E37_79B9_7F4A_7C15L;
        bits = (bits ^ bits >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D0_49BB_1331_11EBL;
        return ((bits ^ bits >>> 31) >>> 11) * 0x1.0p-53;
    }

    /**
     * Writes results in these encodings, in turn (A03, A04).
     *
     * @param styles one or several
     * @return another scenario
     * @throws InvalidInputException if there is none
     */
    public NotificationScenario in(NotificationStyle... styles) {
        if (styles.length == 0) {
            throw new InvalidInputException("results are written in one style at least");
        }
        return with(settings -> settings.styles = List.of(styles));
    }

    /**
     * Waits before the first result of a request is posted.
     *
     * @param delay how long after the request was accepted, in the time of the fake's ticker; not negative; no result is
     *     posted before the reply has left, unless a fault spoils it
     * @return another scenario
     * @throws InvalidInputException if it is negative
     */
    public NotificationScenario delayedBy(Duration delay) {
        requireNotNegative(delay);
        return with(settings -> settings.delay = delay);
    }

    /**
     * Holds each reply back until the results of its request are answered or given up, for 10 seconds at the most (A06). A
     * delay is not waited for then.
     *
     * @return another scenario
     */
    public NotificationScenario beforeTheReply() {
        return with(settings -> settings.beforeTheReply = true);
    }

    /**
     * Posts the results of a request in another order than that of its numbers (A06).
     *
     * @param seed the same seed gives the same order
     * @return another scenario
     */
    public NotificationScenario shuffled(long seed) {
        return with(settings -> settings.seed = OptionalLong.of(seed));
    }

    /**
     * Posts the results of some numbers a second time, unchanged, after the first (A06).
     *
     * @param which the numbers, for example {@code number -> true}
     * @return another scenario
     */
    public NotificationScenario duplicating(Predicate<PhoneNumber> which) {
        Objects.requireNonNull(which, "which");
        return with(settings -> settings.duplicated = which);
    }

    /**
     * Never posts the results of some numbers (A06); they are billed all the same.
     *
     * @param which the numbers, for example {@code number::equals}
     * @return another scenario
     */
    public NotificationScenario losing(Predicate<PhoneNumber> which) {
        Objects.requireNonNull(which, "which");
        return with(settings -> settings.lost = which);
    }

    /**
     * Posts another result of some numbers after the first, which contradicts it: NO_ERROR where the first was an error,
     * EC_ABSENT_SUBSCRIBER where it was none.
     *
     * @param which the numbers
     * @return another scenario
     */
    public NotificationScenario contradicting(Predicate<PhoneNumber> which) {
        Objects.requireNonNull(which, "which");
        return with(settings -> settings.contradicted = which);
    }

    /**
     * Sets the pauses before further attempts, where an attempt was answered 5xx or not at all.
     *
     * @param pauses one for each further attempt, in the time of the fake's ticker; none for a single attempt
     * @return another scenario
     * @throws InvalidInputException if one is negative
     */
    public NotificationScenario retryingAfter(Duration... pauses) {
        Arrays.stream(pauses).forEach(NotificationScenario::requireNotNegative);
        return with(settings -> settings.pauses = List.of(pauses));
    }

    /**
     * What differs from the orderly scenario, for logs.
     *
     * @return for example {@code NotificationScenario[styles=[JSON], before the reply]}
     */
    @Override
    public String toString() {
        return "NotificationScenario[styles=" + settings.styles
                + (settings.beforeTheReply ? ", before the reply" : "")
                + (settings.delay.isZero() ? "" : ", delayed by " + settings.delay)
                + (settings.seed.isPresent() ? ", shuffled" : "")
                + (settings.duplicated == NOBODY ? "" : ", duplicating")
                + (settings.lost == NOBODY ? "" : ", losing")
                + (settings.contradicted == NOBODY ? "" : ", contradicting") + "]";
    }

    NotificationStyle style(int post) {
        return settings.styles.get(post % settings.styles.size());
    }

    Duration delay() {
        return settings.delay;
    }

    boolean isBeforeTheReply() {
        return settings.beforeTheReply;
    }

    OptionalLong seed() {
        return settings.seed;
    }

    boolean duplicates(PhoneNumber number) {
        return settings.duplicated.test(number);
    }

    boolean loses(PhoneNumber number) {
        return settings.lost.test(number);
    }

    boolean contradicts(PhoneNumber number) {
        return settings.contradicted.test(number);
    }

    List<Duration> pauses() {
        return settings.pauses;
    }

    private NotificationScenario with(Consumer<Settings> change) {
        Settings changed = new Settings(settings);
        change.accept(changed);
        return new NotificationScenario(changed);
    }

    private static void requireNotNegative(Duration time) {
        if (time.isNegative()) {
            throw new InvalidInputException("time does not run backwards");
        }
    }

    /** The settings while they are put together; never changed once a scenario holds them. */
    private static final class Settings {

        private List<NotificationStyle> styles = List.of(NotificationStyle.FORM);
        private Duration delay = Duration.ZERO;
        private boolean beforeTheReply;
        private OptionalLong seed = OptionalLong.empty();
        private Predicate<PhoneNumber> duplicated = NOBODY;
        private Predicate<PhoneNumber> lost = NOBODY;
        private Predicate<PhoneNumber> contradicted = NOBODY;
        private List<Duration> pauses = DEFAULT_PAUSES;

        Settings() {}

        Settings(Settings other) {
            this.styles = other.styles;
            this.delay = other.delay;
            this.beforeTheReply = other.beforeTheReply;
            this.seed = other.seed;
            this.duplicated = other.duplicated;
            this.lost = other.lost;
            this.contradicted = other.contradicted;
            this.pauses = other.pauses;
        }
    }
}
