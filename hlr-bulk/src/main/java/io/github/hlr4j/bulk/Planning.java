package io.github.hlr4j.bulk;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Makes batches of numbers as they are read: each number once, and none that was answered lately. */
final class Planning implements PlannedBatches {

    private static final int DIGEST_BYTES = 16;

    private final Iterator<PhoneNumber> source;
    private final PhoneNumberSet answered;
    private final PhoneNumberSet seen = new PhoneNumberSet();
    private final MessageDigest digest = sha256();
    private final ByteBuffer digits = ByteBuffer.allocate(Long.BYTES);
    private List<PhoneNumber> next = new ArrayList<>();
    private long numbers;
    private long duplicates;
    private long skipped;

    Planning(Iterator<PhoneNumber> source, PhoneNumberSet answered) {
        this.source = source;
        this.answered = answered;
    }

    /** Reads to the end, for the facts alone. */
    static PlanFacts factsOf(Iterator<PhoneNumber> source, PhoneNumberSet answered) {
        Planning planning = new Planning(source, answered);
        while (planning.hasNext()) {
            planning.next();
        }
        return planning.facts();
    }

    @Override
    public boolean hasNext() {
        while (next.size() < VerificationRequest.MAX_NUMBERS && source.hasNext()) {
            read(source.next());
        }
        return !next.isEmpty();
    }

    @Override
    public List<PhoneNumber> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there is no batch left");
        }
        List<PhoneNumber> batch = next;
        next = new ArrayList<>(VerificationRequest.MAX_NUMBERS);
        numbers += batch.size();
        return List.copyOf(batch);
    }

    @Override
    public PlanFacts facts() {
        if (hasNext()) {
            throw new HlrException("there is another batch");
        }
        byte[] hash = digest.digest();
        return new PlanFacts(numbers, duplicates, skipped, HexFormat.of().formatHex(hash, 0, DIGEST_BYTES));
    }

    /** The digest covers what is left out as well: the same list is the same plan, whatever was answered meanwhile. */
    private void read(PhoneNumber phone) {
        long number = PhoneNumberSet.digits(phone);
        if (!seen.add(number)) {
            duplicates++;
            return;
        }
        digest.update(digits.putLong(0, number).array());
        if (answered.contains(number)) {
            skipped++;
        } else {
            next.add(phone);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new ConfigurationException("this Java platform has no SHA-256; every complete one does", e);
        }
    }
}
