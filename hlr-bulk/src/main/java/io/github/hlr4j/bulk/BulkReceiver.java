package io.github.hlr4j.bulk;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.Taken;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Receives the answers of bulk runs into their ledger, in the process that sends or in another one that shares the ledger.
 *
 * <p>An answer is acknowledged when the ledger has it. One at a genuine address that the ledger does not know is answered
 * 503, so that it is not lost: the ledger is an old copy, or another one.
 */
public final class BulkReceiver {

    private BulkReceiver() {}

    /**
     * Starts a receiver.
     *
     * @param ledger where the answers go
     * @param keys the ring that signed the addresses; {@code ledger::keys} unless the senders were given others
     * @param listener who is told of answers and of what was paid twice
     * @return a builder, for further settings
     */
    public static CallbackReceiver.Builder into(Ledger ledger, Supplier<CallbackKeys> keys, BulkListener listener) {
        return into(ledger, keys, new Announcer(listener), InstantSource.system());
    }

    static CallbackReceiver.Builder into(
            Ledger ledger, Supplier<CallbackKeys> keys, Announcer announcer, InstantSource clock) {
        LedgerStore store = new LedgerStore(ledger, clock, (taken, first) -> announce(announcer, taken, first));
        return CallbackReceiver.builder(keys, (correlation, first) -> {})
                .store(store)
                .requests(ledger::numbersOf)
                .clock(clock);
    }

    private static void announce(Announcer announcer, Taken taken, List<HlrNotification> first) {
        if (!first.isEmpty()) {
            announcer.tell(listener -> listener.answered(taken.attempt().correlation(), first));
        }
        if (taken.paidTwice()) {
            announcer.tell(listener -> listener.paidTwice(taken.attempt()));
        }
    }
}
