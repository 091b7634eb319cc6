/**
 * The callback receiver as a servlet: {@link io.github.hlr4j.callback.servlet.HlrCallbackServlet} is all there is to deploy.
 */
package io.github.hlr4j.callback.servlet;
