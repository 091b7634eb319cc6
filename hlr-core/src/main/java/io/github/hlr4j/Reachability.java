package io.github.hlr4j;

/**
 * What a person wants to know of a number: can it be reached, later perhaps, or never?
 *
 * <p>It follows from the status alone ({@link HlrStatus#reachability()}):
 *
 * <table>
 * <caption>Status and reachability</caption>
 * <tr><th scope="col">status</th><th scope="col">reachability</th></tr>
 * <tr><td>0 {@code NO_ERROR}</td><td>{@link #REACHABLE}</td></tr>
 * <tr><td>1 {@code EC_UNKNOWN_SUBSCRIBER}, 9 {@code EC_ILLEGAL_SUBSCRIBER}, 12 {@code EC_ILLEGAL_EQUIPMENT}</td>
 *     <td>{@link #INVALID}</td></tr>
 * <tr><td>every temporary status but 255: of the service's own page 5, 6, 7, 8, 13 and 27</td>
 *     <td>{@link #TEMPORARILY_UNREACHABLE}</td></tr>
 * <tr><td>255 {@code EC_UNKNOWN_ERROR}, every other permanent status, and whatever nobody documents</td>
 *     <td>{@link #UNKNOWN}</td></tr>
 * </table>
 */
public enum Reachability {
    /** The number exists and answered: keep it. */
    REACHABLE,
    /** The number exists, but could not be reached when asked; ask again later. */
    TEMPORARILY_UNREACHABLE,
    /** The number itself is wrong or barred for good: drop it. */
    INVALID,
    /** The answer says nothing about the number: have a look, or ask again. */
    UNKNOWN
}
