package io.github.hlr4j.testkit;

/** Assertions on a journal. */
public final class JournalAssert extends AbstractJournalAssert<JournalAssert, Journal> {

    JournalAssert(Journal actual) {
        super(actual, JournalAssert.class);
    }

    @Override
    Journal journal() {
        return actual;
    }
}
