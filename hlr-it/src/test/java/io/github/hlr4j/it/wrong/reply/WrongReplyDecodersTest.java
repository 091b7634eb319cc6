package io.github.hlr4j.it.wrong.reply;

import static io.github.hlr4j.ReplyFormat.JSON;
import static io.github.hlr4j.ReplyFormat.XML;
import static io.github.hlr4j.it.wrong.Sin.caughtBy;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.format.json.JsonFormat;
import io.github.hlr4j.format.xml.XmlFormat;
import io.github.hlr4j.it.wrong.ContractBites;
import io.github.hlr4j.it.wrong.Sin;
import io.github.hlr4j.it.wrong.Sin.Catch;
import io.github.hlr4j.spi.ReplyDecoder;
import java.util.Set;
import java.util.stream.Stream;

/** Which tests of the contract of decoders of replies catch which wrong decoder. */
class WrongReplyDecodersTest extends ContractBites {

    static Stream<Sin> sins() {
        ReplyDecoder json = JsonFormat.create().replyDecoder();
        ReplyDecoder xml = XmlFormat.create().replyDecoder();
        return Stream.of(
                sin("none, it is right", JSON, json),
                sin(
                        "guesses a number and a cost that are missing",
                        JSON,
                        new Mending(json, new GuessesWhatIsMissing()),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .at("without \"number\": 1", "without \"cost\": 0.005")
                                .because("was read as Success")),
                sin(
                        "takes 1 and \"true\" for true",
                        JSON,
                        new Mending(json, new TakesOneForTrue()),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .at("success as a number", "success as a string")
                                .because("was read as Success")),
                sin(
                        "wraps what does not fit into 32 bits",
                        JSON,
                        new Mending(json, new WrapsOverflows()),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .at("code that wraps to 200", "code that wraps as a long")
                                .because("was read as Success[code=200")),
                sin(
                        "keeps the last of two values",
                        JSON,
                        new Mending(json, new KeepsTheLastOfTwo()),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .at(
                                        "twice \"success\": true",
                                        "twice \"code\": 200",
                                        "twice \"campaign_id\": \"HLR000000\"",
                                        "twice \"number\": 1",
                                        "twice \"cost\": 0.005",
                                        "twice \"currency\": \"EUR\"",
                                        "two messages")
                                .because("was read as")),
                sin(
                        "looks at nothing that contradicts the flag",
                        JSON,
                        new Mending(json, new BelievesTheFlag()),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .at("a success with errors", "a refusal with a campaign")
                                .because("was read as")),
                sin(
                        "does not look behind the end",
                        JSON,
                        new StopsAtTheEndOfTheValue(json),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .because("was read as Success")),
                sin(
                        "tries Latin-1 where UTF-8 fails",
                        JSON,
                        new FallsBackToLatin1(json),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .at("Latin-1")
                                .because("was read as Failure[10]")),
                sin(
                        "throws the exception of its parser",
                        JSON,
                        new ThrowsItsParsersException(json),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .because("IllegalArgumentException"),
                        caughtBy("documented_D06_D09_refusesEveryBeginningOfAReply")
                                .because("IllegalArgumentException"),
                        caughtBy("documented_D06_D09_throwsNothingButItsOwnExceptionWhateverTheBytes")
                                .because("threw java.lang.IllegalArgumentException")),
                sin(
                        "repeats the body in its message",
                        JSON,
                        new RepeatsTheBody(json),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .because("the exception repeats the body")),
                sin(
                        "shares a buffer among threads",
                        JSON,
                        new SharesItsBuffer(json),
                        caughtBy("documented_D06_D09_readsTwoBodiesInEightThreadsAtOnce")
                                .because("each thread read its own body")),
                sin(
                        "ignores the name of the root",
                        XML,
                        new Mending(xml, new IgnoresTheRootsName()),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .at("another root", "a root with a prefix", "a root in capitals")
                                .because("was read as Success")),
                sin(
                        "reads a document type, and what it points to: StAX as it comes",
                        XML,
                        new BareStax(),
                        caughtBy("documented_D06_D07_readsNoFile").because("campaignId=639980001"),
                        caughtBy("documented_D06_D07_fetchesNoAddress").because("[connections] expected: 0"),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply")
                                .because("was read as Success")),
                sin(
                        "converts and fills in: JSON-B as it comes",
                        JSON,
                        new BareJsonb(),
                        caughtBy("documented_D06_D09_refusesWhatIsOnlyAlmostAReply"),
                        caughtBy("documented_D06_D09_dropsAByteOrderMark").because("not JSON"),
                        caughtBy("documented_D06_D09_throwsNothingButItsOwnExceptionWhateverTheBytes")
                                .because("NullPointerException: campaignId")));
    }

    @Override
    protected Set<String> costlyTests() {
        return Set.of(
                "documented_D06_D09_refusesEveryBeginningOfAReply",
                "documented_D06_D09_throwsNothingButItsOwnExceptionWhateverTheBytes");
    }

    private static Sin sin(String name, ReplyFormat format, ReplyDecoder decoder, Catch... catches) {
        return Sin.of(name, () -> new ReplySuite(format, decoder), catches);
    }
}
