package io.github.hlr4j.fuzz;

import io.github.hlr4j.format.xml.XmlFormat;
import io.github.hlr4j.spi.NotificationDecoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A root with an element for each result. */
final class XmlSpelling implements Spelling {

    private final NotificationDecoder decoder = XmlFormat.create().notificationDecoder();

    @Override
    public NotificationDecoder decoder() {
        return decoder;
    }

    @Override
    public String of(List<Map<String, String>> results) {
        return results.stream()
                .map(XmlSpelling::element)
                .collect(Collectors.joining("", "<?xml version=\"1.1\"?><results>", "</results>"));
    }

    @Override
    public boolean isTold(byte firstVisible) {
        return firstVisible == '<';
    }

    private static String element(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "<" + field.getKey() + ">" + Spelt.xml(field.getValue()) + "</" + field.getKey() + ">")
                .collect(Collectors.joining("", "<result>", "</result>"));
    }
}
