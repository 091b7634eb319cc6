package io.github.hlr4j.it;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Cost;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Tag;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.RunName;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What must not be printed, and records that are full of it. */
final class Secrets {

    static final String KEY = "not-a-real-key-0123456789";
    static final String NUMBER = "+33639980001";
    static final String TOKEN = "h1" + "A".repeat(51);

    /** As they would stand in a line of a log. */
    static final List<String> ALL = List.of(KEY, NUMBER.substring(1), TOKEN);

    private static final String ADDRESS = "https://app.example/hlr/" + TOKEN;

    /** Values of the types that a record is made of in the end. Foreign texts are SecretsTest's affair. */
    private static final Map<Class<?>, Object> LEAVES = Map.ofEntries(
            Map.entry(ApiKey.class, ApiKey.of(KEY)),
            Map.entry(PhoneNumber.class, new PhoneNumber(NUMBER)),
            Map.entry(HlrNotification.class, notification()),
            Map.entry(CampaignId.class, CampaignId.of("HLR000001")),
            Map.entry(Cost.class, Cost.of("0.005", "EUR")),
            Map.entry(NetworkCode.class, NetworkCode.parse("20801")),
            Map.entry(RunName.class, RunName.of("spring")),
            Map.entry(Tag.class, Tag.of("spring")),
            Map.entry(URI.class, URI.create(ADDRESS)),
            Map.entry(String.class, "text"),
            Map.entry(byte[].class, (KEY + NUMBER + ADDRESS).getBytes(StandardCharsets.UTF_8)),
            Map.entry(BatchState.class, BatchState.ACCEPTED),
            Map.entry(HlrException.class, new HlrException("text", null)),
            Map.entry(RuntimeException.class, new IllegalStateException("text")),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(ZonedDateTime.class, Instant.EPOCH.atZone(ZoneOffset.UTC)),
            Map.entry(OptionalInt.class, OptionalInt.of(1)),
            Map.entry(OptionalLong.class, OptionalLong.of(1)),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(double.class, 1.0));

    private Secrets() {}

    /** A record whose parts are secrets, or records of secrets. */
    static Object filling(Class<?> record) {
        return LEAVES.containsKey(record) ? LEAVES.get(record) : made(record);
    }

    private static Object made(Class<?> record) {
        RecordComponent[] parts = record.getRecordComponents();
        if (parts == null) {
            throw new AssertionError(record + " is no record: give it a value of its own");
        }
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(parts)
                    .map(part -> value(part.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(record + " cannot be filled with secrets: give it a value of its own", e);
        }
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object[] values = Arrays.stream(generic.getActualTypeArguments())
                    .map(Secrets::value)
                    .toArray();
            Class<?> raw = (Class<?>) generic.getRawType();
            return raw == Optional.class
                    ? Optional.of(values[0])
                    : raw == Map.class ? Map.of(values[0], values[1]) : List.of(values[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum() && !LEAVES.containsKey(plain)) {
            return plain.getEnumConstants()[0];
        }
        return plain.isSealed() ? filling(plain.getPermittedSubclasses()[0]) : filling(plain);
    }

    private static HlrNotification notification() {
        return HlrNotification.fromFields(
                Map.of("phone", NUMBER, "errorName", NUMBER, "errorDesc", ADDRESS, "messageId", KEY));
    }
}
