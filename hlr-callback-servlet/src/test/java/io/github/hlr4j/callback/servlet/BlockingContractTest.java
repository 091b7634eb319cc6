package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.testkit.contract.CallbackContract;
import io.github.hlr4j.testkit.contract.CallbackSite;
import java.time.Duration;

class BlockingContractTest extends CallbackContract {

    @Override
    protected CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) throws Exception {
        return new CallbackServer(keys, handler)
                .set(false, Duration.ofSeconds(30))
                .start();
    }

    @Override
    protected int stalledSenders() {
        return 0;
    }
}
