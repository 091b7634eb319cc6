package io.github.hlr4j.bulk;

import io.github.hlr4j.PhoneNumber;
import java.util.Locale;

/** What several tests start from. */
final class Fixtures {

    private Fixtures() {}

    static PhoneNumber phone(int number) {
        return new PhoneNumber(String.format(Locale.ROOT, "+3363998%04d", number));
    }
}
