package io.github.hlr4j.testkit;

import io.github.hlr4j.PhoneNumber;
import java.util.Locale;

/** Numbers that no subscriber will ever have (W06). */
final class Numbers {

    private Numbers() {}

    static PhoneNumber number(int lastFourDigits) {
        return new PhoneNumber(String.format(Locale.ROOT, "+3363998%04d", lastFourDigits));
    }
}
