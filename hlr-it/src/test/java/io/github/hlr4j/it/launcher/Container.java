package io.github.hlr4j.it.launcher;

/** A servlet container that has started with one web application, and listens on loopback. */
public interface Container {

    /** The port on which it listens. */
    int port();

    /** Takes the web application down and forgets it; the container goes on. */
    ClassLoader undeploy() throws Exception;
}
