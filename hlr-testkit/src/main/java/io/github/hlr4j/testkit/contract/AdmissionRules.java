package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.testkit.socket.RawClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is decided by the head of a request, before a byte of its body is read. */
abstract class AdmissionRules extends CallbackFixture {

    private static final String OTHER_TYPE = "Content-Type: application/pdf";

    /** A length that looks harmless where only its last 32 bits are kept. */
    private static final long LENGTH_BEYOND_INT = (1L << 32) + 100;

    /** A way to send a notification; a body that is announced and not given does not come. */
    private record Shape(String name, String body, List<String> headers) {

        static Stream<Shape> all() {
            String length = "Content-Length: " + GOOD.length();
            return Stream.of(
                    shape("without a body", "", "Content-Length: 0"),
                    shape("with a body", GOOD, RawClient.FORM, length),
                    shape("with a body that is still to come", "", RawClient.FORM, length),
                    shape("with a question before the body", "", RawClient.FORM, length, "Expect: 100-continue"),
                    shape("with chunks that are still to come", "", RawClient.FORM, "Transfer-Encoding: chunked"),
                    shape("with a body of another type", GOOD, OTHER_TYPE, length),
                    shape("with a body of no type", GOOD, length),
                    shape("with a huge length", "", RawClient.FORM, "Content-Length: " + LENGTH_BEYOND_INT));
        }

        private static Shape shape(String name, String body, String... headers) {
            return new Shape(name, body, List.of(headers));
        }

        CallbackAnswer to(CallbackFixture site, String target) {
            return site.ask("POST", target, body, headers.toArray(String[]::new));
        }
    }

    @TestFactory
    final Stream<DynamicTest> everyMethodButPostIs405WhateverTheAddress() {
        return Stream.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW")
                .map(method -> dynamicTest(method, () -> {
                    CallbackAnswer answer = ask(method, request().target(), "");

                    assertThat(answer.status()).isEqualTo(405);
                    assertThat(answer.header("Allow")).isEqualTo("POST");
                    assertThat(ask(method, noTarget(), "").bytes()).isEqualTo(answer.bytes());
                }));
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A05_everyTokenThatDoesNotHoldGetsTheSame404() {
        Map<String, String> targets = wrongTargets();
        return Shape.all()
                .map(shape -> dynamicTest(shape.name(), () -> {
                    CallbackAnswer expected = shape.to(this, noTarget());

                    assertThat(expected.status()).isEqualTo(404);
                    targets.forEach((what, target) ->
                            assertThat(shape.to(this, target).bytes()).as(what).isEqualTo(expected.bytes()));
                }));
    }

    private Map<String, String> wrongTargets() {
        InstantSource clock = InstantSource.system();
        Duration age = CallbackAddresses.DEFAULT_VALIDITY;
        CallbackKeys foreign = CallbackKeys.create();
        Map<String, String> targets = WrongTargets.around(request());
        targets.put("a foreign key of the same id", request(foreign.rotated()).target());
        targets.put("a key of another id", request(foreign.rotated().rotated()).target());
        targets.put(
                "expired",
                request(keys, InstantSource.offset(clock, age.plusMinutes(1).negated()))
                        .target());
        targets.put(
                "expired long ago",
                request(keys, InstantSource.offset(clock, age.multipliedBy(400).negated()))
                        .target());
        return targets;
    }

    @Test
    final void assumed_A05_the404DoesNotDependOnWhatElseIsWrong() {
        Map<String, String> answers = Shape.all()
                .collect(Collectors.toMap(
                        Shape::name, shape -> shape.to(this, noTarget()).bytesOnAnyConnection()));

        assertThat(answers.values()).containsOnly(answers.get("without a body"));
    }

    @Test
    final void assumed_A05_aTokenDoesNotHoldWhicheverCharacterIsChanged() {
        String expected = postTo(noTarget(), GOOD).bytes();
        List<String> changed = WrongTargets.changed(request());

        assertThat(changed).hasSizeGreaterThan(50);
        for (String target : changed) {
            assertThat(postTo(target, GOOD).bytes()).isEqualTo(expected);
        }
    }

    @Test
    final void assumed_A05_aTokenOfAnOlderKeyOfTheRingHolds() {
        assertThat(post(request(olderKeys), GOOD)).isEqualTo(204);
    }

    @TestFactory
    final Stream<DynamicTest> theFirstFaultIsAnsweredBeforeTheBodyArrives() {
        String good = request().target();
        return Stream.of(
                refused("the method", "PUT", noTarget(), 262_145, OTHER_TYPE, 405),
                refused("the token", "POST", noTarget(), 262_145, OTHER_TYPE, 404),
                refused("the announced size", "POST", good, 262_145, OTHER_TYPE, 413),
                refused("an announced size beyond 32 bits", "POST", good, LENGTH_BEYOND_INT, OTHER_TYPE, 413),
                refused("the type", "POST", good, 100, OTHER_TYPE, 415));
    }

    private DynamicTest refused(String fault, String method, String target, long length, String type, int status) {
        return dynamicTest(fault, () -> {
            CallbackAnswer answer = ask(method, target, "", type, "Content-Length: " + length);

            assertThat(answer.status()).isEqualTo(status);
        });
    }

    @TestFactory
    final Stream<DynamicTest> theBodyOfARefusedRequestIsNeverTakenForARequest() {
        String good = request().target();
        return Stream.of(
                notTaken("behind a method", "PUT", noTarget(), RawClient.FORM, 405),
                notTaken("behind a token", "POST", noTarget(), RawClient.FORM, 404),
                notTaken("behind a type", "POST", good, OTHER_TYPE, 415));
    }

    private DynamicTest notTaken(String fault, String method, String target, String type, int status) {
        return dynamicTest(fault, () -> {
            AwaitedRequest hidden = request();
            String body = "POST " + hidden.target() + " HTTP/1.1\r\nHost: a\r\n" + RawClient.FORM
                    + "\r\nContent-Length: " + GOOD.length() + "\r\n\r\n" + GOOD;
            String next = "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            try (RawClient client = connect()) {
                client.request(method, target, body + next, type, "Content-Length: " + body.length());

                assertThat(client.rest()).startsWith("HTTP/1.1 " + status).doesNotContain("HTTP/1.1 204");
            }
            assertThat(hidden.calls()).isEmpty();
        });
    }

    private String noTarget() {
        return WrongTargets.below(request()) + "no-token";
    }
}
