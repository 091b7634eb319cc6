package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The numbers whose digits choose their result, as the numbers of test cards do.
 *
 * <p>The last four digits are the code of the status: {@code +33639980001} is EC_UNKNOWN_SUBSCRIBER, code 1, and
 * {@code +33639980255} is EC_UNKNOWN_ERROR. A number whose last four digits are the code of no status is NO_ERROR, as is
 * {@code +33639980000}. The codes of the vendor's wider pages (W05) work alike.
 *
 * <table>
 *   <caption>The statuses of the service's page (D12)</caption>
 *   <tr><th>number</th><th>code</th><th>status</th></tr>
 *   <tr><td>+33639980000</td><td>0</td><td>NO_ERROR</td></tr>
 *   <tr><td>+33639980001</td><td>1</td><td>EC_UNKNOWN_SUBSCRIBER</td></tr>
 *   <tr><td>+33639980005</td><td>5</td><td>EC_UNIDENTIFIED_SUBSCRIBER</td></tr>
 *   <tr><td>+33639980006</td><td>6</td><td>EC_ABSENT_SUBSCRIBER_SM</td></tr>
 *   <tr><td>+33639980007</td><td>7</td><td>EC_UNKNOWN_EQUIPMENT</td></tr>
 *   <tr><td>+33639980008</td><td>8</td><td>EC_ROAMING_NOT_ALLOWED</td></tr>
 *   <tr><td>+33639980009</td><td>9</td><td>EC_ILLEGAL_SUBSCRIBER</td></tr>
 *   <tr><td>+33639980012</td><td>12</td><td>EC_ILLEGAL_EQUIPMENT</td></tr>
 *   <tr><td>+33639980013</td><td>13</td><td>EC_CALL_BARRED</td></tr>
 *   <tr><td>+33639980027</td><td>27</td><td>EC_ABSENT_SUBSCRIBER</td></tr>
 *   <tr><td>+33639980255</td><td>255</td><td>EC_UNKNOWN_ERROR</td></tr>
 * </table>
 *
 * <p>The last digit also chooses the network (A10), and an odd last digit but one says that the number
 * was ported:
 *
 * <table>
 *   <caption>Networks</caption>
 *   <tr><th>last digit</th><th>mccMnc</th></tr>
 *   <tr><td>0, 4, 8</td><td>20801</td></tr>
 *   <tr><td>1, 5, 9</td><td>20810</td></tr>
 *   <tr><td>2, 6</td><td>20815</td></tr>
 *   <tr><td>3, 7</td><td>20820</td></tr>
 * </table>
 *
 * <p>A number that does not exist, EC_UNKNOWN_SUBSCRIBER, has no network and was not ported. The rule holds for any number;
 * {@code +33639980000} to {@code +33639989999} are the ones that no subscriber will ever have (W06).
 */
public final class MagicNumbers {

    private static final String FIXTURE_PREFIX = "+3363998";
    private static final int STATUS_DIGITS = 4;
    private static final List<NetworkCode> NETWORKS = List.of(
            NetworkCode.parse("20801"),
            NetworkCode.parse("20810"),
            NetworkCode.parse("20815"),
            NetworkCode.parse("20820"));

    private MagicNumbers() {}

    /**
     * The status that a number chooses.
     *
     * @param number any number
     * @return a status of D12 or W05, never {@link HlrStatus#UNKNOWN}
     */
    public static HlrStatus statusOf(PhoneNumber number) {
        String digits = number.e164();
        HlrStatus status = HlrStatus.ofCode(Integer.parseInt(digits.substring(digits.length() - STATUS_DIGITS)));
        return status == HlrStatus.UNKNOWN ? HlrStatus.NO_ERROR : status;
    }

    /**
     * A fixture number that chooses a status.
     *
     * @param status any status but {@link HlrStatus#UNKNOWN}
     * @return for example {@code +33639980027} for EC_ABSENT_SUBSCRIBER
     * @throws java.util.NoSuchElementException if the status has no code
     */
    public static PhoneNumber numberFor(HlrStatus status) {
        int code = status.code().orElseThrow();
        return new PhoneNumber(FIXTURE_PREFIX + String.format(Locale.ROOT, "%04d", code));
    }

    /**
     * The network that a number chooses, whether it exists or not.
     *
     * @param number any number
     * @return one of four networks
     */
    public static NetworkCode networkOf(PhoneNumber number) {
        return NETWORKS.get(digitFromEnd(number, 1) % NETWORKS.size());
    }

    /**
     * Whether a number chooses to have been ported.
     *
     * @param number any number
     * @return true where the last digit but one is odd
     */
    public static boolean isPorted(PhoneNumber number) {
        return digitFromEnd(number, 2) % 2 == 1;
    }

    /**
     * The statuses of the service's page (D12), one a line, each with its code and a number that chooses it.
     *
     * @return lines separated by {@code \n}, without one at the end
     */
    public static String table() {
        return Arrays.stream(HlrStatus.values())
                .filter(HlrStatus::isDocumented)
                .map(status -> String.format(
                        Locale.ROOT,
                        "%s  %3d  %s",
                        numberFor(status).e164(),
                        status.code().orElseThrow(),
                        status))
                .collect(Collectors.joining("\n"));
    }

    private static int digitFromEnd(PhoneNumber number, int position) {
        return number.e164().charAt(number.e164().length() - position) - '0';
    }
}
