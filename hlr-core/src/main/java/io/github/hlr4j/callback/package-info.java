/**
 * The use case of receiving: signed addresses, the receiver behind them, and futures that tie answers to questions.
 *
 * <p>Nothing here knows a servlet; an adapter hands {@link io.github.hlr4j.callback.CallbackReceiver} what arrives.
 */
package io.github.hlr4j.callback;
