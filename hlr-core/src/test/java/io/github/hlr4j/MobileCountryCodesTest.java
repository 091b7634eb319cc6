package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileCountryCodesTest {

    /** The codes of countries and areas in the annex to ITU Operational Bulletin No. 1117: all but the shared 901. */
    private static final int ASSIGNED = 237;

    @ParameterizedTest
    @CsvSource({
        "202, GR", "208, FR", "214, ES", "222, IT", "225, VA", "228, CH", "232, AT", "240, SE", "255, UA", "262, DE",
        "268, PT", "280, CY", "286, TR", "288, FO", "290, GL", "294, MK", "297, ME"
    })
    void knowsEurope(String mcc, String country) {
        assertThat(MobileCountryCodes.countryOf(mcc)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({
        "302, CA", "308, PM", "330, PR", "332, VI", "334, MX", "338, JM", "348, VG", "350, BM", "352, GD", "354, MS",
        "356, KN", "358, LC", "360, VC", "363, AW", "365, AI", "366, DM", "370, DO", "376, TC"
    })
    void knowsNorthAmericaAndTheCaribbean(String mcc, String country) {
        assertThat(MobileCountryCodes.countryOf(mcc)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({
        "400, AZ", "401, KZ", "413, LK", "419, KW", "420, SA", "432, IR", "437, KG", "450, KR", "452, VN", "454, HK",
        "455, MO", "457, LA", "466, TW", "467, KP", "470, BD", "472, MV"
    })
    void knowsAsia(String mcc, String country) {
        assertThat(MobileCountryCodes.countryOf(mcc)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({
        "502, MY", "510, ID", "514, TL", "515, PH", "520, TH", "525, SG", "528, BN", "530, NZ", "536, NR", "543, WF",
        "544, AS", "546, NC", "547, PF", "549, WS", "550, FM", "551, MH", "552, PW", "553, TV", "554, TK", "555, NU"
    })
    void knowsOceaniaAndSouthEastAsia(String mcc, String country) {
        assertThat(MobileCountryCodes.countryOf(mcc)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({
        "602, EG", "604, MA", "608, SN", "611, GN", "614, NE", "621, NG", "627, GQ", "629, CG", "630, CD", "632, GW",
        "634, SD", "640, TZ", "648, ZW", "653, SZ", "654, KM", "655, ZA", "657, ER", "658, SH", "659, SS"
    })
    void knowsAfrica(String mcc, String country) {
        assertThat(MobileCountryCodes.countryOf(mcc)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({
        "702, BZ", "704, GT", "706, SV", "708, HN", "714, PA", "716, PE", "722, AR", "724, BR", "730, CL", "732, CO",
        "734, VE", "738, GY", "742, GF", "746, SR", "748, UY", "750, FK"
    })
    void knowsCentralAndSouthAmerica(String mcc, String country) {
        assertThat(MobileCountryCodes.countryOf(mcc)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({
        "234, GB", "235, GB", "310, US", "311, US", "312, US", "313, US", "314, US", "315, US", "316, US", "404, IN",
        "405, IN", "406, IN", "424, AE", "430, AE", "431, AE", "440, JP", "441, JP", "460, CN", "461, CN"
    })
    void givesEveryCodeOfACountryWithSeveral(String mcc, String country) {
        assertThat(MobileCountryCodes.countryOf(mcc)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({"221, XK", "234, GB", "310, US", "340, GP", "362, CW", "425, IL", "505, AU", "647, RE"})
    void decidesForOneTerritoryOfASharedCode(String mcc, String country) {
        assertThat(MobileCountryCodes.countryOf(mcc)).contains(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "100", "199", "800", "899", "901", "902", "991", "999"})
    void testInternationalAndPrivateCodesHaveNoCountry(String mcc) {
        assertThat(MobileCountryCodes.countryOf(mcc)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "205", "289", "317", "423", "532", "534", "535", "644", "656", "660", "751", "995"})
    void unassignedCodesHaveNoCountry(String mcc) {
        assertThat(MobileCountryCodes.countryOf(mcc)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "20", "2080", "abc", "20a", "2O8", " 20", "20 ", "+20", "-20", "２０８", "٢٠٨"})
    void textThatIsNotThreeAsciiDigitsHasNoCountry(String text) {
        assertThat(MobileCountryCodes.countryOf(text)).isEmpty();
    }

    @Test
    void countsAsManyCodesAsTheSource() {
        assertThat(countries()).hasSize(ASSIGNED);
    }

    @Test
    void everyCountryHasAnIsoCodeOrIsKosovo() {
        assertThat(countries().filter(country -> !country.equals("XK"))).isSubsetOf(Locale.getISOCountries());
    }

    @Test
    void listsEachCodeOnceInAscendingOrder() {
        Stream<String> listed = Pattern.compile("\\d{3}")
                .matcher(MobileCountryCodes.ASSIGNMENTS)
                .results()
                .map(MatchResult::group);

        assertThat(listed).hasSize(ASSIGNED).doesNotHaveDuplicates().isSorted();
    }

    private static Stream<String> countries() {
        return IntStream.range(0, 1000)
                .mapToObj("%03d"::formatted)
                .map(MobileCountryCodes::countryOf)
                .flatMap(Optional::stream);
    }
}
