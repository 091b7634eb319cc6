package io.github.hlr4j.it.war;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a handler is given, on its way from the web application to the tests: every field, in order. */
public record HandOver(Correlation correlation, List<HlrNotification> results) {

    /** Writes it. */
    public void writeTo(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeLong(correlation.high());
        out.writeLong(correlation.low());
        out.writeInt(results.size());
        for (HlrNotification result : results) {
            out.writeUTF(result.phone().e164());
            out.writeUTF(result.status().name());
            write(out, result.errorGrpId());
            write(out, result.errorName());
            write(out, result.errorDescription());
            write(out, result.network().map(network -> network.mcc() + " " + network.mnc()));
            write(out, result.ported().map(Object::toString));
            write(out, result.messageId());
            write(out, result.reportedAt().map(Instant::toString));
        }
    }

    /** Reads what was written. */
    public static HandOver readFrom(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        Correlation correlation = new Correlation(in.readLong(), in.readLong());
        List<HlrNotification> results = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            results.add(new HlrNotification(
                    PhoneNumber.parse(in.readUTF()),
                    HlrStatus.valueOf(in.readUTF()),
                    read(in),
                    read(in),
                    read(in),
                    read(in).map(codes -> codes.split(" ", 2)).map(codes -> new NetworkCode(codes[0], codes[1])),
                    read(in).map(Boolean::valueOf),
                    read(in),
                    read(in).map(Instant::parse)));
        }
        return new HandOver(correlation, results);
    }

    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        out.writeUTF(text.orElse(""));
    }

    private static Optional<String> read(DataInputStream in) throws IOException {
        boolean isPresent = in.readBoolean();
        String text = in.readUTF();
        return isPresent ? Optional.of(text) : Optional.empty();
    }
}
