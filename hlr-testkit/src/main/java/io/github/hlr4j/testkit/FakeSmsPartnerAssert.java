package io.github.hlr4j.testkit;

/** Assertions on a fake server and its journal. */
public final class FakeSmsPartnerAssert extends AbstractJournalAssert<FakeSmsPartnerAssert, FakeSmsPartner> {

    FakeSmsPartnerAssert(FakeSmsPartner actual) {
        super(actual, FakeSmsPartnerAssert.class);
    }

    @Override
    Journal journal() {
        return actual.journal();
    }
}
