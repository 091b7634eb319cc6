package io.github.hlr4j.benchmarks;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.github.hlr4j.PhoneNumber;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading a million spellings of numbers, one after the other. */
@State(Scope.Thread)
public class NumberBenchmark {

    private static final int COUNT = 1_000_000;

    /** How the numbers are written. */
    @Param({"E164", "SPELLED"})
    private String spelling;

    private final PhoneNumberUtil libphonenumber = PhoneNumberUtil.getInstance();
    private List<String> texts;
    private int next;

    /** Writes the numbers. */
    @Setup
    public void write() {
        texts = Numbers.texts(COUNT, Numbers.Spelling.valueOf(spelling));
    }

    @Benchmark
    public PhoneNumber parse() {
        return PhoneNumber.parse(text());
    }

    @Benchmark
    public boolean parseByLibphonenumber() throws NumberParseException {
        return libphonenumber.isValidNumber(libphonenumber.parse(text(), "FR"));
    }

    private String text() {
        next = next + 1 == COUNT ? 0 : next + 1;
        return texts.get(next);
    }
}
