package io.github.hlr4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.ApiKey;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FakeSmsPartnerAloneTest {

    @Test
    void theFakeRunsWithoutJunitAndAssertj() throws Exception {
        URL[] classPath = Stream.of(FakeSmsPartner.class, ApiKey.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        try (URLClassLoader alone = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> alone.loadClass("org.junit.jupiter.api.Test"));
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> alone.loadClass("org.assertj.core.api.Assertions"));
            Class<?> type = alone.loadClass(FakeSmsPartner.class.getName());

            Object fake = type.getMethod("start").invoke(null);
            try {
                assertThat((URI) type.getMethod("baseUrl").invoke(fake)).hasPath("/v1");
            } finally {
                type.getMethod("close").invoke(fake);
            }
        }
    }
}
