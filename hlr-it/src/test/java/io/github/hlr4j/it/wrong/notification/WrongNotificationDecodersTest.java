package io.github.hlr4j.it.wrong.notification;

import static io.github.hlr4j.it.wrong.Sin.caughtBy;
import static io.github.hlr4j.testkit.contract.NotificationEncoding.FORM;
import static io.github.hlr4j.testkit.contract.NotificationEncoding.JSON;
import static io.github.hlr4j.testkit.contract.NotificationEncoding.XML;

import io.github.hlr4j.callback.FormNotificationDecoder;
import io.github.hlr4j.format.json.JsonFormat;
import io.github.hlr4j.it.wrong.ContractBites;
import io.github.hlr4j.it.wrong.Sin;
import io.github.hlr4j.it.wrong.Sin.Catch;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.testkit.contract.NotificationEncoding;
import java.util.stream.Stream;

/** Which tests of the contract of decoders of notifications catch which wrong decoder. */
class WrongNotificationDecodersTest extends ContractBites {

    static Stream<Sin> sins() {
        NotificationDecoder form = new FormNotificationDecoder();
        NotificationDecoder json = JsonFormat.create().notificationDecoder();
        return Stream.of(
                sin("none, it is right", FORM, form),
                sin("none, it is right", JSON, json),
                sin(
                        "throws on an unknown field",
                        JSON,
                        new Misreading(json, new ThrowsOnAnUnknownField()),
                        caughtBy("assumed_A09_passesUnknownFields").because("a field that no page names"),
                        caughtBy("assumed_A03_reads32FieldsAndRefusesOneMore").because("a field that no page names"),
                        caughtBy("assumed_A03_A04_readsOtherSpellingsOfTheSame")
                                .at(
                                        "unknown a boolean",
                                        "unknown a number of 200,000 digits",
                                        "unknown a huge exponent",
                                        "unknown a text of 200,000 characters")
                                .because("a field that no page names")),
                sin(
                        "loses the second result of an array",
                        JSON,
                        new Misreading(json, new LosesTheSecondResult()),
                        caughtBy("assumed_A03_readsSeveralResultsInTheirOrder").because("+33639980001"),
                        caughtBy("assumed_A03_reads500ResultsAndRefusesOneMore")
                                .because("Expected size: 500 but was: 1")),
                sin(
                        "reads a missing code as 0",
                        JSON,
                        new Misreading(json, new ReadsAMissingCodeAsZero()),
                        caughtBy("assumed_A09_leavesOutAFieldThatIsNull")
                                .at("errorGrpId")
                                .because("\"errorGrpId\"=\"0\""),
                        caughtBy("assumed_A09_readsAPhoneAlone").because("\"errorGrpId\"=\"0\""),
                        caughtBy("assumed_A09_readsTextBeyondAscii").because("\"errorGrpId\"=\"0\""),
                        caughtBy("assumed_A09_replacesBytesThatAreNotUtf8InsteadOfLosingTheResult")
                                .because("\"errorGrpId\"=\"0\"")),
                sin(
                        "keeps the plus of a form",
                        FORM,
                        new KeepsThePlus(form),
                        caughtBy("documented_D11_readsTheSampleOfThePage"),
                        caughtBy("assumed_A09_readsNumbersThatArriveAsText"),
                        caughtBy("assumed_A09_passesUnknownFields"),
                        caughtBy("assumed_A09_readsTextBeyondAscii").because("50+%+++1+&"),
                        caughtBy("assumed_A03_reads32FieldsAndRefusesOneMore"),
                        caughtBy("assumed_A03_readsAFieldThatStandsTwiceWithOneTextAndRefusesTwoTexts")),
                sin(
                        "takes an escaped plus for a blank",
                        FORM,
                        new Misreading(form, new UnescapesThePlusLast()),
                        caughtBy("assumed_A09_readsAPhoneAlone").because("\" 3300000000\""),
                        caughtBy("assumed_A09_readsTextBeyondAscii").because("50 % 1 &")),
                sin(
                        "refuses bytes that are not UTF-8",
                        JSON,
                        new RefusesOtherBytesThanUtf8(json),
                        caughtBy("assumed_A09_replacesBytesThatAreNotUtf8InsteadOfLosingTheResult")
                                .because("the body is not UTF-8")),
                sin(
                        "throws the exception of its parser",
                        FORM,
                        new ThrowsItsParsersException(form),
                        caughtBy("assumed_A03_refusesWhatIsNotOfTheEncoding").because("IllegalArgumentException"),
                        caughtBy("assumed_A03_throwsNothingButItsOwnExceptionWhateverTheBytes")
                                .because("threw java.lang.IllegalArgumentException"),
                        caughtBy("assumed_A03_reads32FieldsAndRefusesOneMore").because("IllegalArgumentException"),
                        caughtBy("assumed_A03_readsAFieldThatStandsTwiceWithOneTextAndRefusesTwoTexts")
                                .because("IllegalArgumentException")),
                sin(
                        "shares a buffer among threads",
                        FORM,
                        new SharesItsBuffer(form),
                        caughtBy("assumed_A03_readsTwoBodiesInEightThreadsAtOnce")
                                .because("each thread read its own body")),
                sin(
                        "has no limit and throws what comes: a form as the JDK unescapes it",
                        FORM,
                        new BareForm(),
                        caughtBy("assumed_A03_reads32FieldsAndRefusesOneMore").because("was read as"),
                        caughtBy("assumed_A03_readsAFieldThatStandsTwiceWithOneTextAndRefusesTwoTexts")
                                .because("was read as"),
                        caughtBy("assumed_A03_A04_readsOtherSpellingsOfTheSame")
                                .at("ampersands too many", "a name without a value", "escapes that are none"),
                        caughtBy("assumed_A03_refusesWhatIsNotOfTheEncoding"),
                        caughtBy("assumed_A03_throwsNothingButItsOwnExceptionWhateverTheBytes")
                                .because("threw java.lang.ArrayIndexOutOfBoundsException")),
                sin(
                        "has no limit of size and depth: a tree as JSON-P builds it",
                        JSON,
                        new BareJson(),
                        caughtBy("assumed_A03_reads500ResultsAndRefusesOneMore").because("was read as"),
                        caughtBy("assumed_A03_reads32FieldsAndRefusesOneMore").because("was read as"),
                        caughtBy("assumed_A03_readsAFieldThatStandsTwiceWithOneTextAndRefusesTwoTexts")
                                .because("was read as"),
                        caughtBy("assumed_A03_A04_readsOtherSpellingsOfTheSame")
                                .at("a byte order mark", "unknown a number of 200,000 digits"),
                        caughtBy("assumed_A03_refusesWhatIsNotOfTheEncoding")),
                sin(
                        "expands entities, reads files and fetches: a tree as the JDK builds it",
                        XML,
                        new BareDom(),
                        caughtBy("assumed_A03_readsNoFile").because("phone=639980001"),
                        caughtBy("assumed_A03_fetchesNoAddress").because("[connections] expected: 0"),
                        caughtBy("assumed_A03_refusesWhatIsNotOfTheEncoding"),
                        caughtBy("assumed_A03_reads32FieldsAndRefusesOneMore").because("was read as"),
                        caughtBy("assumed_A03_readsAFieldThatStandsTwiceWithOneTextAndRefusesTwoTexts")
                                .because("was read as"),
                        caughtBy("assumed_A03_readsSeveralResultsInTheirOrder"),
                        caughtBy("assumed_A03_reads500ResultsAndRefusesOneMore"),
                        caughtBy("assumed_A03_A04_readsOtherSpellingsOfTheSame")
                                .at("two levels", "a count beside the results")
                                .because("a notification without a phone"),
                        caughtBy("assumed_A09_replacesBytesThatAreNotUtf8InsteadOfLosingTheResult")
                                .because("not XML")));
    }

    private static Sin sin(String name, NotificationEncoding encoding, NotificationDecoder decoder, Catch... catches) {
        return Sin.of(name, () -> new NotificationSuite(encoding, decoder), catches);
    }
}
