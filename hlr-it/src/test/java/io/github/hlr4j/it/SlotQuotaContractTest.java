package io.github.hlr4j.it;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import io.github.hlr4j.testkit.contract.RequestQuotaContract;

/** The quota of hlr-core, which cannot depend on its contract itself. */
class SlotQuotaContractTest extends RequestQuotaContract {

    @Override
    protected RequestQuota quota(Rate rate, Ticker ticker) {
        return SlotQuota.builder().rate(rate).ticker(ticker).build();
    }
}
