package io.github.hlr4j.testkit.socket;

/** Hears what a connection sees of its client. */
interface Traffic {

    /** Nobody counts. */
    Traffic UNWATCHED = new Traffic() {
        @Override
        public void requestBegan() {}

        @Override
        public void received(ReceivedRequest request) {}

        @Override
        public void clientHungUp() {}
    };

    void requestBegan();

    void received(ReceivedRequest request);

    void clientHungUp();
}
