package io.github.hlr4j.it.bench;

/** An endless supply of requests; used by one thread. */
@FunctionalInterface
interface Posts {

    /** The next one; its bytes stay as they are until the next call. */
    Post next();
}
