package io.github.hlr4j.discovery;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.WireFormatProvider;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire formats at hand, at most one provider each; a decoder is made when it is first needed, and kept. */
public final class Formats {

    private final Map<ReplyFormat, WireFormatProvider> providers = new EnumMap<>(ReplyFormat.class);
    private final Map<ReplyFormat, ReplyDecoder> replyDecoders = new ConcurrentHashMap<>();
    private final Map<ReplyFormat, NotificationDecoder> notificationDecoders = new ConcurrentHashMap<>();

    private Formats(Collection<WireFormatProvider> distinct) {
        distinct.forEach(provider -> providers.put(provider.format(), provider));
    }

    /**
     * Takes the formats that were given or, where none were, those that a class loader sees.
     *
     * @param given providers that the application chose; may be empty
     * @param classLoader where to look
     * @return the formats; none is no error here
     * @throws ConfigurationException if two providers are of one format
     */
    public static Formats of(List<WireFormatProvider> given, ClassLoader classLoader) {
        if (!given.isEmpty()) {
            return given(given);
        }
        Candidates<WireFormatProvider> found = Candidates.load(
                ServiceLoader.load(WireFormatProvider.class, classLoader),
                provider -> provider.format().wireName());
        for (ReplyFormat format : ReplyFormat.values()) {
            Candidates<WireFormatProvider> ofFormat = found.named(format.wireName());
            if (ofFormat.all().size() > 1) {
                throw new ConfigurationException("Several providers of the wire format " + format + " were found:"
                        + ofFormat.listed() + "\nKeep one on the class path, or give the one to use to the builder's"
                        + " formats(WireFormatProvider...).");
            }
        }
        return new Formats(found.all());
    }

    /**
     * The formats that are present.
     *
     * @return none, one or both; JSON before XML
     */
    public Set<ReplyFormat> present() {
        return Collections.unmodifiableSet(providers.keySet());
    }

    /**
     * The format of a reply where the request names none: JSON where present, else the only one.
     *
     * @return the format
     * @throws ConfigurationException if no format is present
     */
    public ReplyFormat preferred() {
        return providers.keySet().stream()
                .findFirst()
                .orElseThrow(
                        () -> new ConfigurationException(
                                "No wire format was found.\nAdd io.github.hlr4j:hlr-format-json or io.github.hlr4j:hlr-format-xml"
                                        + " to the class path or module path, or give one to HlrClient.Builder.formats(WireFormatProvider...)."));
    }

    /**
     * The decoder of replies in a format.
     *
     * @param format the format that a request names
     * @return the decoder
     * @throws ConfigurationException if the format is not present
     */
    public ReplyDecoder replyDecoder(ReplyFormat format) {
        WireFormatProvider provider = providers.get(format);
        if (provider == null) {
            throw new ConfigurationException("The request asks for a reply in " + format + ", present is "
                    + providers.keySet() + ".\nAdd io.github.hlr4j:hlr-format-" + format.wireName()
                    + " to the class path or module path, or let the request name another format.");
        }
        return replyDecoders.computeIfAbsent(format, ignored -> provider.replyDecoder());
    }

    /**
     * The decoder of notifications in a format.
     *
     * @param format the format
     * @return the decoder; empty where the format is not present
     */
    public Optional<NotificationDecoder> notificationDecoder(ReplyFormat format) {
        return Optional.ofNullable(providers.get(format))
                .map(provider ->
                        notificationDecoders.computeIfAbsent(format, ignored -> provider.notificationDecoder()));
    }

    private static Formats given(List<WireFormatProvider> given) {
        Formats formats = new Formats(given);
        if (formats.providers.size() < given.size()) {
            throw new ConfigurationException(
                    "Two of the given providers are of the same wire format; give one of each.");
        }
        return formats;
    }
}
