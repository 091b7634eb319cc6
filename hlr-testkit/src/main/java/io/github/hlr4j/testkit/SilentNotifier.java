package io.github.hlr4j.testkit;

import com.github.tomakehurst.wiremock.common.Notifier;

/** Keeps WireMock from writing to the output of its users, bodies with keys and phone numbers among it. */
final class SilentNotifier implements Notifier {

    @Override
    public void info(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable cause) {}
}
