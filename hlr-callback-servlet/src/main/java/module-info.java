/** Receives notifications in a Jakarta Servlet container; the application's handler may be found as a service. */
module io.github.hlr4j.callback.servlet {
    requires transitive io.github.hlr4j.core;
    requires transitive jakarta.servlet;

    exports io.github.hlr4j.callback.servlet;

    uses io.github.hlr4j.callback.NotificationHandler;
}
