package io.github.hlr4j.fuzz;

import static io.github.hlr4j.fuzz.Claims.claim;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.nio.charset.StandardCharsets;

/** The spelling of a number: it is refused, or its digits are the number, which reads the same however it is written. */
final class PhoneNumberTarget implements Target {

    @Override
    public void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        PhoneNumber number;
        try {
            number = PhoneNumber.parse(text);
        } catch (InvalidInputException e) {
            Claims.discreet(e);
            return;
        }
        String digits = number.e164().substring(1);
        claim(number.e164().matches("\\+[1-9][0-9]{6,14}"), "a number is E.164");
        claim(Claims.standsIn(number.e164(), text), "its digits are those of the text");
        claim(onlyZerosAreDropped(digits, text), "nothing but zeros is dropped");
        claim(!number.toString().contains(digits), "no number prints itself");
        for (String spelling : new String[] {
            "+" + digits,
            "00" + digits,
            " \u200E+" + String.join("\u202F", digits.split("")) + "\t",
            "00 (" + digits.substring(0, 2) + ") " + digits.substring(2, 4) + "-" + digits.substring(4),
            "+" + digits.charAt(0) + "(0)" + digits.substring(1)
        }) {
            claim(PhoneNumber.parse(spelling).equals(number), "other spellings are the same number");
        }
    }

    private static boolean onlyZerosAreDropped(String digits, String text) {
        return text.replaceAll("[^1-9]", "").equals(digits.replace("0", ""));
    }
}
