package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.it.launcher.Console;
import io.github.hlr4j.testkit.contract.CallbackSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;

/** A servlet container in a virtual machine of its own, with one web application; undeploying that leaves nothing behind. */
final class ContainerProcess implements CallbackSite {

    private final Process process;
    private final Relay relay;
    private final BufferedReader out;
    private final PrintWriter in;
    private final URI publicUrl;

    ContainerProcess(Process process, Relay relay) throws IOException {
        this.process = process;
        this.relay = relay;
        this.out = process.inputReader();
        this.in = new PrintWriter(process.outputWriter(), true);
        this.publicUrl = URI.create("http://127.0.0.1:" + out.readLine() + "/hlr");
    }

    @Override
    public URI publicUrl() {
        return publicUrl;
    }

    /** Takes the web application down, and lets the container look for what is left of it. */
    String undeploy() {
        in.println(Console.UNDEPLOY);
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            assertThat(undeploy()).isEqualTo(Console.NOTHING_IS_LEFT);
        } finally {
            process.destroyForcibly();
            relay.close();
        }
    }
}
