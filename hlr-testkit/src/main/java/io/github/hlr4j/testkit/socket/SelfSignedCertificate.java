package io.github.hlr4j.testkit.socket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for 127.0.0.1 alone that nobody vouches for, for {@link RawHttpServer#startTls}.
 *
 * @param server identifies itself with the certificate
 * @param client trusts the certificate and no other
 */
public record SelfSignedCertificate(SSLContext server, SSLContext client) {

    private static final String PASSWORD = "for-this-test-only";
    private static final String KEYTOOL_ARGUMENTS = "-genkeypair -alias server -keyalg EC -dname CN=test"
            + " -ext SAN=ip:127.0.0.1 -validity 2 -storetype PKCS12 -storepass " + PASSWORD + " -keystore";

    /**
     * Makes a new certificate, valid for two days, with the keytool of the running Java; that takes about a second.
     *
     * @param directory where its keys are stored, in a file that is made and left there
     * @return the certificate
     * @throws IOException if there is no keytool, or it fails
     * @throws InterruptedException if the thread is interrupted
     * @throws GeneralSecurityException if this Java cannot use what its keytool has made
     */
    public static SelfSignedCertificate make(Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = directory.resolve("keys.p12");
        runKeytool(file);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new SelfSignedCertificate(identifiedBy(keys), trusting(keys));
    }

    private static void runKeytool(Path file) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>();
        command.add(keytool);
        command.addAll(List.of(KEYTOOL_ARGUMENTS.split(" ")));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }

    private static SSLContext identifiedBy(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
