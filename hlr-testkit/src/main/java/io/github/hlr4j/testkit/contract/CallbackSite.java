package io.github.hlr4j.testkit.contract;

import java.net.URI;

/**
 * An adapter that is deployed and receives notifications, as {@link CallbackContract} sees it: an address.
 *
 * <p>It may run anywhere on this machine, in another process as well.
 */
public interface CallbackSite extends AutoCloseable {

    /**
     * Where signed addresses begin. The adapter answers at this URL and at everything below it.
     *
     * @return an http URL of loopback with its port, without query and fragment; the same at every call
     */
    URI publicUrl();

    /** Takes the deployment down. */
    @Override
    void close();
}
