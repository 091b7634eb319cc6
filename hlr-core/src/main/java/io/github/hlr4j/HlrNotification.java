package io.github.hlr4j;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of one number, as the service posts it to the address of its request (D11).
 *
 * <p>It carries neither campaign nor tag (A05). Only the phone is sure to be there; everything else may be absent, and a
 * status that nobody documents is kept in its raw form (A09).
 *
 * @param phone the number that was asked about
 * @param status what the register said; {@link HlrStatus#UNKNOWN} where neither name nor number is documented
 * @param errorGrpId the raw {@code errorGrpId}, trimmed; see {@link #code()}
 * @param errorName the raw {@code errorName}, trimmed
 * @param errorDescription the raw {@code errorDesc}, trimmed
 * @param network the network that serves the number now
 * @param ported whether the number was ported away from the network that it was first assigned to
 * @param messageId the service's id of this result
 * @param reportedAt when the result was found, where the date could be read
 */
public record HlrNotification(
        PhoneNumber phone,
        HlrStatus status,
        Optional<String> errorGrpId,
        Optional<String> errorName,
        Optional<String> errorDescription,
        Optional<NetworkCode> network,
        Optional<Boolean> ported,
        Optional<String> messageId,
        Optional<Instant> reportedAt) {

    /** Checks that nothing is null. */
    public HlrNotification {
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(errorGrpId, "errorGrpId");
        Objects.requireNonNull(errorName, "errorName");
        Objects.requireNonNull(errorDescription, "errorDescription");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(ported, "ported");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(reportedAt, "reportedAt");
    }

    /**
     * Reads a result from its fields, tolerantly: whatever cannot be read is absent, the phone apart (A04, A08 to A10).
     *
     * @param fields field names of D11 and their texts; other names are ignored
     * @return the result
     * @throws InvalidInputException if there is no phone or it is not a number: such a result belongs to nobody
     */
    public static HlrNotification fromFields(Map<String, String> fields) {
        return NotificationFields.read(fields);
    }

    /**
     * The number of the status: its documented one where the status is known, otherwise the raw {@code errorGrpId}.
     *
     * @return the number; empty where none arrived that could be read
     */
    public OptionalInt code() {
        return status.code().isPresent() ? status.code() : NotificationFields.number(errorGrpId);
    }

    /**
     * What the result means to a person.
     *
     * @return {@link HlrStatus#reachability()}
     */
    public Reachability reachability() {
        return status.reachability();
    }

    /**
     * What makes two results of the same number the same: status, network and ported. A repetition of a result may have
     * another date, message id and description.
     *
     * @return a text fit for comparing and storing
     */
    public String fingerprint() {
        String said = status == HlrStatus.UNKNOWN ? errorGrpId.orElse("") + "/" + errorName.orElse("") : status.name();
        return said + "|" + network.map(NetworkCode::digits).orElse("") + "|"
                + ported.map(Object::toString).orElse("");
    }

    /**
     * Masked phone, status, network and date; none of the service's free texts.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "HlrNotification[" + phone + ", " + status + ", network="
                + network.map(NetworkCode::digits).orElse("-") + ", ported="
                + ported.map(Object::toString).orElse("-") + ", reportedAt="
                + reportedAt.map(Object::toString).orElse("-") + "]";
    }
}
