package io.github.hlr4j;

import static io.github.hlr4j.HlrStatus.Source.NOWHERE;
import static io.github.hlr4j.HlrStatus.Source.PAGE;
import static io.github.hlr4j.HlrStatus.Source.WIDER;
import static io.github.hlr4j.Permanence.PERMANENT;
import static io.github.hlr4j.Permanence.TEMPORARY;
import static io.github.hlr4j.Permanence.UNSPECIFIED;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the home location register said about a number: the statuses of the service's own page (D12) and those of the
 * vendor's wider pages (W05).
 *
 * <p>Each constant is named as on the wire and documented with its number. The list will grow on the other side: what it
 * does not hold is {@link #UNKNOWN}, and {@link HlrNotification} keeps what arrived.
 */
public enum HlrStatus {
    /** 0: the number answered. */
    NO_ERROR(0, UNSPECIFIED, PAGE),
    /** 1: the number does not exist or is assigned to nobody. */
    EC_UNKNOWN_SUBSCRIBER(1, PERMANENT, PAGE),
    /** 5: the operator could not identify the subscriber. */
    EC_UNIDENTIFIED_SUBSCRIBER(5, TEMPORARY, PAGE),
    /** 6: unreachable for short messages, switched off or without signal. */
    EC_ABSENT_SUBSCRIBER_SM(6, TEMPORARY, PAGE),
    /** 7: the equipment register does not know the device. */
    EC_UNKNOWN_EQUIPMENT(7, TEMPORARY, PAGE),
    /** 8: roaming where the operators have no agreement. */
    EC_ROAMING_NOT_ALLOWED(8, TEMPORARY, PAGE),
    /** 9: the operator does not accept this subscriber. */
    EC_ILLEGAL_SUBSCRIBER(9, PERMANENT, PAGE),
    /** 12: the operator does not accept this device. */
    EC_ILLEGAL_EQUIPMENT(12, PERMANENT, PAGE),
    /** 13: the subscriber has barred service traffic. */
    EC_CALL_BARRED(13, TEMPORARY, PAGE),
    /** 27: offline, often because the phone is off. */
    EC_ABSENT_SUBSCRIBER(27, TEMPORARY, PAGE),
    /** 255: the operator gave no reason. */
    EC_UNKNOWN_ERROR(255, TEMPORARY, PAGE),
    /** 10: the subscription lacks the bearer service. */
    EC_BEARER_SERVICE_NOT_PROVISIONED(10, PERMANENT, WIDER),
    /** 11: the subscription lacks short messages. */
    EC_TELESERVICE_NOT_PROVISIONED(11, PERMANENT, WIDER),
    /** 20: a supplementary service stands in the way. */
    EC_SS_INCOMPATIBILITY(20, TEMPORARY, WIDER),
    /** 31: another message is being delivered. */
    EC_SUBSCRIBER_BUSY_FOR_MT_SMS(31, TEMPORARY, WIDER),
    /** 32: the delivery of a message failed. */
    EC_SM_DELIVERY_FAILURE(32, TEMPORARY, WIDER),
    /** 33: too many messages wait for the subscriber. */
    EC_MESSAGE_WAITING_LIST_FULL(33, TEMPORARY, WIDER),
    /** 34: the operator's system failed. */
    EC_SYSTEM_FAILURE(34, TEMPORARY, WIDER),
    /** 35: the operator missed a datum. */
    EC_DATA_MISSING(35, TEMPORARY, WIDER),
    /** 36: the operator met a datum that it did not expect. */
    EC_UNEXPECTED_DATA_VALUE(36, TEMPORARY, WIDER),
    /** 51: the operator is short of a resource. */
    EC_RESOURCE_LIMITATION(51, PERMANENT, WIDER),
    /** 71: the alphabet is not known. */
    EC_UNKNOWN_ALPHABET(71, TEMPORARY, WIDER),
    /** 256: the device's memory is full. */
    EC_SM_DF_MEMORYCAPACITYEXCEEDED(256, TEMPORARY, WIDER),
    /** 257: the device broke the protocol. */
    EC_SM_DF_EQUIPMENTPROTOCOLERROR(257, TEMPORARY, WIDER),
    /** 258: the device takes no short messages. */
    EC_SM_DF_EQUIPMENTNOTSM_EQUIPPED(258, TEMPORARY, WIDER),
    /** 259: the service centre is not known. */
    EC_SM_DF_UNKNOWNSERVICECENTRE(259, TEMPORARY, WIDER),
    /** 260: the service centre is congested. */
    EC_SM_DF_SC_CONGESTION(260, TEMPORARY, WIDER),
    /** 261: the address of the sending entity is invalid. */
    EC_SM_DF_INVALIDSME_ADDRESS(261, TEMPORARY, WIDER),
    /** 262: the subscriber does not belong to the service centre. */
    EC_SM_DF_SUBSCRIBERNOTSC_SUBSCRIBER(262, TEMPORARY, WIDER),
    /** 500: the provider failed. */
    EC_PROVIDER_GENERAL_ERROR(500, TEMPORARY, WIDER),
    /** 501: a peer's response was invalid. */
    EC_INVALID_RESPONSE_RECEIVED(501, TEMPORARY, WIDER),
    /** 502: a peer did not respond. */
    EC_NO_RESPONSE(502, TEMPORARY, WIDER),
    /** 503: the service could not be completed. */
    EC_SERVICE_COMPLETION_FAILURE(503, TEMPORARY, WIDER),
    /** 504: a peer's response was not expected. */
    EC_UNEXPECTED_RESPONSE_FROM_PEER(504, TEMPORARY, WIDER),
    /** 507: a parameter had the wrong type. */
    EC_MISTYPED_PARAMETER(507, TEMPORARY, WIDER),
    /** 508: the service is not supported. */
    EC_NOT_SUPPORTED_SERVICE(508, TEMPORARY, WIDER),
    /** 509: an operation was invoked twice. */
    EC_DUPLICATED_INVOKE_ID(509, TEMPORARY, WIDER),
    /** 1024: the application context is not supported. */
    EC_OR_APPCONTEXTNOTSUPPORTED(1024, TEMPORARY, WIDER),
    /** 1025: the destination reference is invalid. */
    EC_OR_INVALIDDESTINATIONREFERENCE(1025, TEMPORARY, WIDER),
    /** 1026: the originating reference is invalid. */
    EC_OR_INVALIDORIGINATINGREFERENCE(1026, TEMPORARY, WIDER),
    /** 1027: the encapsulated context is not supported. */
    EC_OR_ENCAPSULATEDAC_NOTSUPPORTED(1027, TEMPORARY, WIDER),
    /** 1028: the transport is not protected enough. */
    EC_OR_TRANSPORTPROTECTIONNOTADEQUATE(1028, TEMPORARY, WIDER),
    /** 1029: a peer refused without a reason. */
    EC_OR_NOREASONGIVEN(1029, TEMPORARY, WIDER),
    /** 1030: the protocol versions may not match. */
    EC_OR_POTENTIALVERSIONINCOMPATIBILITY(1030, TEMPORARY, WIDER),
    /** 1031: the remote node is not reachable. */
    EC_OR_REMOTENODENOTREACHABLE(1031, TEMPORARY, WIDER),
    /** 1152: no route for this kind of address. */
    EC_NNR_NOTRANSLATIONFORANADDRESSOFSUCHNATURE(1152, TEMPORARY, WIDER),
    /** 1153: no route for this address. */
    EC_NNR_NOTRANSLATIONFORTHISSPECIFICADDRESS(1153, TEMPORARY, WIDER),
    /** 1154: the subsystem is congested. */
    EC_NNR_SUBSYSTEMCONGESTION(1154, TEMPORARY, WIDER),
    /** 1155: the subsystem failed. */
    EC_NNR_SUBSYSTEMFAILURE(1155, TEMPORARY, WIDER),
    /** 1156: the user part is not equipped. */
    EC_NNR_UNEQUIPPEDUSER(1156, TEMPORARY, WIDER),
    /** 1157: the message transfer part failed. */
    EC_NNR_MTPFAILURE(1157, TEMPORARY, WIDER),
    /** 1158: the network is congested. */
    EC_NNR_NETWORKCONGESTION(1158, TEMPORARY, WIDER),
    /** 2048: the operator did not answer in time. */
    EC_TIME_OUT(2048, TEMPORARY, WIDER),
    /** 2049: the subscriber's identity is on a blacklist. */
    EC_IMSI_BLACKLISTED(2049, PERMANENT, WIDER),
    /** 2050: the number is on a blacklist. */
    EC_DEST_ADDRESS_BLACKLISTED(2050, PERMANENT, WIDER),
    /** 2052: the destination is on a blacklist. */
    EC_BLACKLISTED_DESTINATIONADDRESS(2052, PERMANENT, WIDER),
    /** 2053: the sender is on a blacklist. */
    EC_BLACKLISTED_SENDERADDRESS(2053, PERMANENT, WIDER),
    /** 4096: the protocol unit was malformed. */
    EC_INVALID_PDU_FORMAT(4096, PERMANENT, WIDER),
    /** 4100: the query was cancelled. */
    EC_MESSAGE_CANCELED(4100, PERMANENT, WIDER),
    /** 4101: the query's validity expired. */
    EC_VALIDITYEXPIRED(4101, PERMANENT, WIDER),
    /** 4102: the query did not reach the provider's channel. */
    EC_NOTSUBMITTEDTOSMPPCHANNEL(4102, PERMANENT, WIDER),
    /** 4103: the destination was queried too often. */
    EC_DESTINATION_FLOODING(4103, PERMANENT, WIDER),
    /** 4104: the destination was sent the same too often. */
    EC_DESTINATION_TXT_FLOODING(4104, PERMANENT, WIDER),
    /** A status that no page names; {@link HlrNotification#errorName()} and its number keep what arrived. */
    UNKNOWN(-1, UNSPECIFIED, NOWHERE);

    enum Source {
        PAGE,
        WIDER,
        NOWHERE
    }

    private static final Map<String, HlrStatus> BY_NAME = Arrays.stream(values())
            .filter(status -> status != UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(HlrStatus::name, Function.identity()));
    private static final Map<Integer, HlrStatus> BY_CODE =
            BY_NAME.values().stream().collect(Collectors.toUnmodifiableMap(status -> status.code, Function.identity()));

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final int code;
    private final Permanence permanence;
    private final Source source;

    HlrStatus(int code, Permanence permanence, Source source) {
        this.code = code;
        this.permanence = permanence;
        this.source = source;
    }

    /**
     * Decides the status of a result (A08).
     *
     * <p>The vendor's pages read {@code errorGrpId} in two ways, as the status's number and as the number of a group of
     * statuses. The name has one meaning only, so the name decides, and the number where the name is absent or unknown.
     *
     * @param errorName the name as received; trimmed and compared without regard to case; may be null
     * @param errorGrpId the number as received; may be null or unreadable, which never means {@code NO_ERROR}
     * @return the status; {@link #UNKNOWN} where neither says one
     */
    public static HlrStatus decide(String errorName, String errorGrpId) {
        return ofName(errorName).or(() -> ofNumber(errorGrpId)).orElse(UNKNOWN);
    }

    /**
     * The status of a number.
     *
     * @param code a number of D12 or W05
     * @return the status; {@link #UNKNOWN} for another number
     */
    public static HlrStatus ofCode(int code) {
        return BY_CODE.getOrDefault(code, UNKNOWN);
    }

    /**
     * The number of this status.
     *
     * @return the number; empty for {@link #UNKNOWN}
     */
    public OptionalInt code() {
        return this == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /**
     * Whether the answer stands.
     *
     * @return the permanence that W05 gives
     */
    public Permanence permanence() {
        return permanence;
    }

    /**
     * Whether the service's own page lists this status (D12).
     *
     * @return true for eleven statuses; false for those that only wider pages of the vendor list
     */
    public boolean isDocumented() {
        return source == PAGE;
    }

    /**
     * What this status means to a person.
     *
     * @return the reachability; {@link Reachability} has the table
     */
    public Reachability reachability() {
        return switch (this) {
            case NO_ERROR -> Reachability.REACHABLE;
            case EC_UNKNOWN_SUBSCRIBER, EC_ILLEGAL_SUBSCRIBER, EC_ILLEGAL_EQUIPMENT -> Reachability.INVALID;
            case EC_UNKNOWN_ERROR -> Reachability.UNKNOWN;
            default -> permanence == TEMPORARY ? Reachability.TEMPORARILY_UNREACHABLE : Reachability.UNKNOWN;
        };
    }

    private static Optional<HlrStatus> ofName(String name) {
        return Optional.ofNullable(name).map(text -> BY_NAME.get(text.strip().toUpperCase(Locale.ROOT)));
    }

    private static Optional<HlrStatus> ofNumber(String number) {
        return Optional.ofNullable(number)
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> BY_CODE.get(Integer.parseInt(text)));
    }
}
