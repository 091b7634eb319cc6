package io.github.hlr4j.example.transport.apache.probe;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.HttpTransportProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ServiceLoader;

/** Posts once with the transport that is found, in a virtual machine of its own. */
public final class ModulePathProbe {

    private ModulePathProbe() {}

    /**
     * Prints the module of the transport and the status of the reply.
     *
     * @param arguments the address to post to
     */
    public static void main(String... arguments) {
        HttpTransportProvider provider =
                ServiceLoader.load(HttpTransportProvider.class).findFirst().orElseThrow();
        HttpPost post = new HttpPost(
                URI.create(arguments[0]),
                "application/json",
                "application/json",
                new byte[0],
                Duration.ofSeconds(10),
                1024);
        try (HttpTransport transport = provider.create()) {
            int status = transport.post(post).status();
            System.out.println(provider.getClass().getModule().getName() + " " + status);
        }
    }
}
