package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.testkit.contract.CallbackContract;
import io.github.hlr4j.testkit.contract.CallbackSite;

class AsyncContractTest extends CallbackContract {

    @Override
    protected CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) throws Exception {
        return new CallbackServer(keys, handler).registered().start();
    }
}
