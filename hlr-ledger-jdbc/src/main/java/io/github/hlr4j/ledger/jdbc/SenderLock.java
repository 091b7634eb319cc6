package io.github.hlr4j.ledger.jdbc;

/** Keeps processes from sending for the same ledger where that is not meant to be. Safe for concurrent use. */
interface SenderLock extends AutoCloseable {

    /** A lock for ledgers that many processes may send for. */
    SenderLock NONE = new SenderLock() {
        @Override
        public void take() {}

        @Override
        public boolean isExclusive() {
            return false;
        }

        @Override
        public void close() {}
    };

    /**
     * Makes sure that this process is the one that sends.
     *
     * @throws io.github.hlr4j.bulk.spi.LedgerException if another one is
     */
    void take();

    /** Whether nobody else can be sending while this process has it. */
    boolean isExclusive();

    @Override
    void close();
}
