package io.github.hlr4j.bulk;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Tag;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.RequestQuota;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What a {@link BulkVerification} was told about sending. */
record BulkSettings(
        HlrClient client,
        RunName name,
        Optional<CallbackAddresses> addresses,
        Optional<Tag> tag,
        Optional<ReplyFormat> format,
        MicroEuros price,
        Optional<MicroEuros> cap,
        Rate rate,
        Optional<RequestQuota> quota,
        InstantSource clock) {

    private static final Duration LEASE_BEYOND_EXCHANGE = Duration.ofMinutes(1);

    RequestQuota quotaOf(Ledger ledger) {
        return quota.orElseGet(() -> ledger.quota(rate));
    }

    Intent intent(MicroEuros pricePerNumber) {
        return new Intent(
                Correlation.random(new SecureRandom()),
                pricePerNumber,
                cap,
                clock.instant(),
                client.timeout().plus(LEASE_BEYOND_EXCHANGE));
    }

    VerificationRequest request(Claim.Granted granted) {
        VerificationRequest request = VerificationRequest.of(granted.numbers());
        VerificationRequest tagged = tag.map(request::withTag).orElse(request);
        VerificationRequest formatted = format.map(tagged::replyingIn).orElse(tagged);
        return addresses
                .map(a -> formatted.notifying(a.of(granted.attempt().correlation())))
                .orElse(formatted);
    }
}
