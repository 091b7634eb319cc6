package io.github.hlr4j.cli;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Loopback;
import io.github.hlr4j.spi.SecureUrl;
import io.github.hlr4j.testkit.FakeSmsPartner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Who is asked, and with which key: SMS Partner, whatever a base URL names, or a fake of our own. */
final class Service implements AutoCloseable {

    static final String SANDBOX_KEY = "sandbox-key";
    static final String KEY_VARIABLE = "SMSPARTNER_API_KEY";

    private static final String BASE_URL_VARIABLE = "HLR_BASE_URL";
    private static final URI SMS_PARTNER = URI.create("https://api.smspartner.fr/v1");

    private final URI baseUrl;
    private final ApiKey key;
    private final Optional<FakeSmsPartner> sandbox;

    private Service(URI baseUrl, ApiKey key, Optional<FakeSmsPartner> sandbox) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.sandbox = sandbox;
    }

    static Service sandbox(Terminal terminal, Rate rate) {
        FakeSmsPartner fake =
                FakeSmsPartner.builder().key(sandboxKey(terminal)).rate(rate).start();
        return new Service(fake.baseUrl(), fake.key(), Optional.of(fake));
    }

    static Service remote(Terminal terminal, Optional<URI> baseUrlOption, Optional<Path> keyFile) {
        return new Service(baseUrl(terminal, baseUrlOption), key(terminal, keyFile), Optional.empty());
    }

    static ApiKey sandboxKey(Terminal terminal) {
        return ApiKey.of(terminal.variable(KEY_VARIABLE).orElse(SANDBOX_KEY));
    }

    URI baseUrl() {
        return baseUrl;
    }

    ApiKey key() {
        return key;
    }

    boolean isOnThisMachine() {
        return Loopback.isLoopback(baseUrl.getHost());
    }

    @Override
    public void close() {
        sandbox.ifPresent(FakeSmsPartner::close);
    }

    private static URI baseUrl(Terminal terminal, Optional<URI> option) {
        String name = option.isPresent() ? "--base-url" : BASE_URL_VARIABLE;
        try {
            URI url = option.orElseGet(
                    () -> terminal.variable(BASE_URL_VARIABLE).map(URI::create).orElse(SMS_PARTNER));
            return SecureUrl.require(url, name);
        } catch (IllegalArgumentException e) {
            throw new CliException(name + " is not a URL", e);
        }
    }

    private static ApiKey key(Terminal terminal, Optional<Path> keyFile) {
        return keyFile.map(Service::readKey)
                .or(() -> terminal.variable(KEY_VARIABLE).map(ApiKey::of))
                .orElseThrow(() -> new CliException("there is no API key: set " + KEY_VARIABLE
                        + " or give --api-key-file FILE, or try --sandbox, which needs none"));
    }

    private static ApiKey readKey(Path file) {
        try {
            return ApiKey.of(Files.readString(file).strip());
        } catch (InvalidInputException e) {
            throw new CliException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CliException("cannot read the API key from " + file, e);
        }
    }
}
