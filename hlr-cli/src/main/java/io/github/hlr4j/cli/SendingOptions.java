package io.github.hlr4j.cli;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Tag;
import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.quota.Rate;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of whatever sends: which service, with which key, how fast. */
final class SendingOptions {

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "Where the API key stands; default the environment variable SMSPARTNER_API_KEY.")
    private Optional<Path> apiKeyFile = Optional.empty();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "The service; default the environment variable HLR_BASE_URL, else https://api.smspartner.fr/v1.")
    private Optional<URI> baseUrl = Optional.empty();

    @Option(names = "--format", paramLabel = "json|xml", description = "The format of the service's replies.")
    private Optional<ReplyFormat> format = Optional.empty();

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "A label of up to 20 characters for the account's statistics.")
    private Optional<Tag> tag = Optional.empty();

    @Option(names = "--rate", paramLabel = "N/TIME", description = "What the service allows; default 360/60s.")
    private Rate rate = Rate.DOCUMENTED;

    @Option(
            names = "--progress",
            paramLabel = "auto|never|always",
            description = "Whether to show a bar; default auto.")
    private Progress.When progress = Progress.When.AUTO;

    boolean namesService() {
        return baseUrl.isPresent() || apiKeyFile.isPresent();
    }

    Optional<Path> apiKeyFile() {
        return apiKeyFile;
    }

    Rate rate() {
        return rate;
    }

    Service service(Terminal terminal) {
        return Service.remote(terminal, baseUrl, apiKeyFile);
    }

    Progress progress(Terminal terminal) {
        return Progress.of(progress, terminal);
    }

    void configure(BulkVerification.Builder builder) {
        builder.rate(rate);
        tag.ifPresent(builder::tag);
        format.ifPresent(builder::replyingIn);
    }

    static HlrClient client(Service service) {
        return HlrClient.builder(service.key()).baseUrl(service.baseUrl()).build();
    }
}
