package io.github.hlr4j.fuzz;

/** Writes texts so plainly that every parser reads them alike: everything that could mean something is escaped. */
final class Spelt {

    private Spelt() {}

    static String json(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.append(c);
            } else {
                out.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16));
                out.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return out.append('"').toString();
    }

    static String xml(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isPlain(c)) {
                out.append((char) c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return "_-.".indexOf(c) >= 0 || (c < 128 && Character.isLetterOrDigit(c));
    }
}
