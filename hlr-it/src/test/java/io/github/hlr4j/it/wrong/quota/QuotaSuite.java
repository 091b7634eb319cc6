package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.it.wrong.GivenSuite;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import io.github.hlr4j.testkit.contract.RequestQuotaContract;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of quotas on any quota. */
@ExtendWith(GivenSuite.class)
final class QuotaSuite extends RequestQuotaContract {

    private final BiFunction<Rate, Ticker, RequestQuota> quotas;

    QuotaSuite(BiFunction<Rate, Ticker, RequestQuota> quotas) {
        this.quotas = quotas;
    }

    @Override
    protected RequestQuota quota(Rate rate, Ticker ticker) {
        return quotas.apply(rate, ticker);
    }
}
