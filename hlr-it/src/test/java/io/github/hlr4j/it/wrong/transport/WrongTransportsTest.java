package io.github.hlr4j.it.wrong.transport;

import static io.github.hlr4j.it.wrong.Sin.caughtBy;

import io.github.hlr4j.it.wrong.ContractBites;
import io.github.hlr4j.it.wrong.Sin;
import io.github.hlr4j.it.wrong.Sin.Catch;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which tests of the contract of transports catch which wrong transport. */
class WrongTransportsTest extends ContractBites {

    static Stream<Sin> sins() {
        return Stream.of(
                sin("none, it is right", new Flaw() {}),
                sin(
                        "sends again after a connection broke",
                        new SendsAgainAfterABreak(),
                        caughtBy(
                                        "a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_fresh_connection")
                                .because("[requests] expected: 1 but was: 2"),
                        caughtBy("a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_used_connection")
                                .because("[requests] expected: 2 but was: 3"),
                        caughtBy(
                                        "a_reply_that_is_not_http_means_unknown_delivery_one_request_and_the_end_of_its_connection")
                                .because("[requests] expected: 1 but was: 2"),
                        caughtBy("a_reply_is_read_up_to_its_limit_and_not_a_byte_further")
                                .because("expected: 1 but was: 2")),
                sin(
                        "sends again when it is asked to wait",
                        new SendsAgainWhenAskedToWait(),
                        caughtBy("any_status_is_a_reply_and_is_answered_with_no_second_request")
                                .at("status 429", "status 503")
                                .because("expected: 1 but was: 2"),
                        caughtBy("aConnectionIsUsedAgainAfterAnyCompleteReply").because("expected: 50 but was: 51")),
                sin(
                        "follows redirects, with the body",
                        new FollowsRedirects(),
                        caughtBy("any_status_is_a_reply_and_is_answered_with_no_second_request")
                                .at("status 307", "status 308")
                                .because("expected: 1 but was: 2")),
                sin(
                        "says that nothing was sent when a connection broke",
                        new CallsABreakNotSent(),
                        caughtBy(
                                        "a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_fresh_connection")
                                .because("expected the delivery UNKNOWN instead of NOT_SENT"),
                        caughtBy("a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_used_connection")
                                .because("expected the delivery UNKNOWN instead of NOT_SENT"),
                        caughtBy(
                                        "a_reply_that_is_not_http_means_unknown_delivery_one_request_and_the_end_of_its_connection")
                                .because("expected the delivery UNKNOWN instead of NOT_SENT"),
                        caughtBy("a_reply_is_read_up_to_its_limit_and_not_a_byte_further")
                                .because("expected the delivery UNKNOWN instead of NOT_SENT")),
                sin(
                        "does not know what became of a connection that was refused",
                        new CallsARefusalUnknown(),
                        caughtBy("aRefusedConnectionMeansThatNothingWasSent")
                                .because("expected the delivery NOT_SENT instead of UNKNOWN"),
                        caughtBy("anUnknownHostMeansThatNothingWasSent")
                                .because("expected the delivery NOT_SENT instead of UNKNOWN")),
                sin(
                        "ends its deadline at the headers, and more that the client of the JDK does by itself",
                        BareJdkClient::new,
                        caughtBy("a_deadline_ends_the_call_and_the_connection_and_the_delivery_is_unknown")
                                .at("the body drips", "the body stalls")
                                .because("the call goes on long after its deadline of PT0.4S"),
                        caughtBy("anInterruptBeforeTheCallMeansThatNothingWasSentAndStaysSet")
                                .because("expected the delivery NOT_SENT instead of UNKNOWN"),
                        caughtBy("an_unusable_address_means_that_nothing_was_sent")
                                .at("http://", "http://a_b")
                                .because("hidden=query")),
                sin(
                        "keeps an endless body",
                        new KeepsAnEndlessBody(),
                        caughtBy("a_reply_is_read_up_to_its_limit_and_not_a_byte_further")
                                .at(
                                        "one more, by length",
                                        "one more, in chunks",
                                        "one more, the rest withheld",
                                        "thousands of times the limit")),
                sin(
                        "swallows the interrupt",
                        new SwallowsTheInterrupt(),
                        caughtBy("anInterruptBeforeTheCallMeansThatNothingWasSentAndStaysSet")
                                .because("[the interrupt flag]"),
                        caughtBy("anInterruptDuringTheCallEndsItWithUnknownDeliveryAndStaysSet")
                                .because("[the interrupt flag]"),
                        caughtBy("anInterruptWhileConnectingMeansThatNothingWasSentAndStaysSet")
                                .because("[the interrupt flag]")),
                sin(
                        "throws the exception of its client",
                        new ThrowsItsClientsException(),
                        everyFailure("UncheckedIOException")),
                sin(
                        "repeats the request, and the key in it, in its message",
                        new RepeatsTheRequest(),
                        everyFailure("not-a-real-key-000")),
                sin(
                        "repeats the address, and the query in it, in the message of its cause",
                        new RepeatsTheAddress(),
                        everyFailure("hidden=query")),
                sin(
                        "unpacks what nobody asked to be packed",
                        new DecodesGzip(),
                        caughtBy("aCompressedReplyThatNobodyAskedForIsReturnedAsItIs")
                                .because("but was: [123, 125]")),
                sin(
                        "drops replies that are no success",
                        new DropsRefusals(),
                        caughtBy("any_status_is_a_reply_and_is_answered_with_no_second_request")
                                .because("expected a reply"),
                        caughtBy("aConnectionIsUsedAgainAfterAnyCompleteReply").because("expected a reply")),
                sin(
                        "opens a connection for each call",
                        ConnectsForEachCall::new,
                        caughtBy("aConnectionIsUsedAgainAfterAnyCompleteReply").because("expected: 1 but was: 50")),
                sin(
                        "takes one call at a time",
                        new TakesOneCallAtATime(),
                        caughtBy("callsAtTheSameTimeDoNotWaitForEachOther").because("expected a reply")),
                sin(
                        "ignores the media types",
                        new IgnoresTheMediaTypes(),
                        caughtBy("documented_D01_D05_theRequestArrivesAsAPostWithItsHeadersAndNothingThatNegotiates")
                                .because("Expecting actual: Optional[text/plain]")),
                sin(
                        "keeps cookies",
                        HttpClient.newBuilder()
                                .cookieHandler(new CookieManager())
                                .build(),
                        caughtBy("aCookieOfTheServiceIsNotSentBack").because("session=1")),
                sin(
                        "trusts every certificate",
                        HttpClient.newBuilder()
                                .sslContext(TrustsEverybody.context())
                                .build(),
                        caughtBy("aCertificateThatNobodyVouchesForMeansThatNothingWasSent")
                                .because("[requests] expected: 0 but was: 1")),
                sin(
                        "falls back to plain text where TLS fails",
                        new FallsBackToPlainText(),
                        caughtBy("a_failed_tls_handshake_means_that_nothing_was_sent")
                                .at("garbage", "reset")
                                .because("[readable requests] expected: 0 but was: 1"),
                        caughtBy("aTlsHandshakeThatTheServiceEndsInGoodOrderIsAFailureAndNothingReadableWasSent")
                                .because("expected: 0 but was: 1")),
                sin(
                        "closes only once",
                        ClosesOnce::new,
                        caughtBy("closingTwiceIsHarmless").because("closed already")));
    }

    /** The tests in which a call fails by itself; a transport whose failures are wrong fails in them all. */
    private static Catch[] everyFailure(String reason) {
        return Stream.of(
                        "aRefusedConnectionMeansThatNothingWasSent",
                        "anUnknownHostMeansThatNothingWasSent",
                        "an_unusable_address_means_that_nothing_was_sent",
                        "a_failed_tls_handshake_means_that_nothing_was_sent",
                        "aTlsHandshakeThatTheServiceEndsInGoodOrderIsAFailureAndNothingReadableWasSent",
                        "aConnectionThatIsResetAsSoonAsItIsMadeIsAFailure",
                        "a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_fresh_connection",
                        "a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_used_connection",
                        "a_reply_that_is_not_http_means_unknown_delivery_one_request_and_the_end_of_its_connection",
                        "a_reply_is_read_up_to_its_limit_and_not_a_byte_further",
                        "anInterruptBeforeTheCallMeansThatNothingWasSentAndStaysSet",
                        "anInterruptDuringTheCallEndsItWithUnknownDeliveryAndStaysSet")
                .map(test -> caughtBy(test).because(reason))
                .toArray(Catch[]::new);
    }

    private static Sin sin(String name, Flaw flaw, Catch... catches) {
        HttpClient client = HttpClient.newHttpClient();
        return sin(name, () -> new FlawedTransport(JdkHttpTransport.using(client), flaw), catches);
    }

    private static Sin sin(String name, HttpClient client, Catch... catches) {
        return sin(name, () -> JdkHttpTransport.using(client), catches);
    }

    private static Sin sin(String name, Supplier<HttpTransport> transports, Catch... catches) {
        return Sin.of(name, () -> new TransportSuite(transports), catches);
    }

    @Override
    protected Set<String> costlyTests() {
        return Set.of(
                "a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_used_connection",
                "aConnectionIsUsedAgainAfterAnyCompleteReply",
                "aConnectionThatIsNotMadeByTheDeadlineSendsNothingThenOrLater",
                "anInterruptWhileConnectingMeansThatNothingWasSentAndStaysSet",
                "a_deadline_ends_the_call_and_the_connection_and_the_delivery_is_unknown",
                "interimRepliesWithoutEndDoNotOutliveTheDeadline",
                "a_failed_tls_handshake_means_that_nothing_was_sent",
                "a_reply_is_read_up_to_its_limit_and_not_a_byte_further",
                "a_reply_that_is_not_http_means_unknown_delivery_one_request_and_the_end_of_its_connection",
                "aCertificateThatNobodyVouchesForMeansThatNothingWasSent",
                "aConnectionThatIsResetAsSoonAsItIsMadeIsAFailure",
                "aServiceThatClosesAfterEachReplyNeverReceivesARequestTwice",
                "concurrentCallsEachGetTheReplyToTheirOwnRequest");
    }
}
