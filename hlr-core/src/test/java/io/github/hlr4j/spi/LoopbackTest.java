package io.github.hlr4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.2",
                "127.255.255.255",
                "127.199.249.250",
                "localhost",
                "LocalHost",
                "::1",
                "[::1]"
            })
    void aLiteralOfThisMachineIsLoopback(String host) {
        assertThat(Loopback.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "127.0.0.256",
                "127.0.0.1000",
                "127.260.0.1",
                "127.0.0",
                "127.1",
                "127.0.0.1.example",
                "127.0.0.1 ",
                "127-0-0-1",
                "128.0.0.1",
                "0.0.0.0",
                "10.0.0.1",
                "192.168.0.1",
                "localhost.example",
                "localhost.",
                "notlocalhost",
                "ip6-localhost",
                "::",
                "::2",
                "[::1",
                "::ffff:127.0.0.1",
                "app.example"
            })
    void everythingElseIsNot(String host) {
        assertThat(Loopback.isLoopback(host)).isFalse();
    }
}
