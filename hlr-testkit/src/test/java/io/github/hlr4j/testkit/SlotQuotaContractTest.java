package io.github.hlr4j.testkit;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import io.github.hlr4j.testkit.contract.RequestQuotaContract;

class SlotQuotaContractTest extends RequestQuotaContract {

    @Override
    protected RequestQuota quota(Rate rate, Ticker ticker) {
        return SlotQuota.builder().rate(rate).ticker(ticker).build();
    }
}
