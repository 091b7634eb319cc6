package io.github.hlr4j.it.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Form notifications for 3,000 addresses in turn: new results, one in ten a repetition of the last of its address.
 *
 * <p>An address has up to 500 numbers, as a request has; when they are used up they begin anew, long after the store of the
 * receiver forgot them.
 */
final class ValidPosts implements Posts {

    private static final int ADDRESSES = 3_000;
    private static final int NUMBERS_OF_ADDRESS = 500;
    private static final int ONE_REPEATS_IN = 10;
    private static final int FIXTURE_NUMBERS = 10_000;
    private static final String NUMBER = "phone=%2B3363998";
    private static final String MESSAGE = "&messageId=1234-12344-1234-";
    private static final List<String> STATUSES = List.of(
            "0&errorName=NO_ERROR+&errorDesc=No+Error",
            "0&errorName=NO_ERROR+&errorDesc=No+Error",
            "0&errorName=NO_ERROR+&errorDesc=No+Error",
            "1&errorName=EC_UNKNOWN_SUBSCRIBER&errorDesc=Unknown+Subscriber",
            "27&errorName=EC_ABSENT_SUBSCRIBER&errorDesc=Absent+Subscriber");

    private final List<Template> addresses = new ArrayList<>();
    private long sent;

    ValidPosts(String path, Tokens tokens) {
        for (int i = 0; i < ADDRESSES; i++) {
            addresses.add(Template.of(path, tokens.valid(), STATUSES.get(i % STATUSES.size())));
        }
    }

    @Override
    public Post next() {
        int address = (int) (sent % ADDRESSES);
        long turn = sent / ADDRESSES;
        long result = (turn + address) % ONE_REPEATS_IN == ONE_REPEATS_IN - 1 ? turn - 1 : turn;
        long number = (address * 7L + Math.floorMod(result, NUMBERS_OF_ADDRESS)) % FIXTURE_NUMBERS;
        return addresses.get(address).with((int) number, sent++);
    }

    /** A whole notification, in which the digits of number and message are written over each time. */
    private record Template(Post post, int numberAt, int messageAt) {

        private static final int NUMBER_DIGITS = 4;
        private static final int MESSAGE_DIGITS = 9;

        static Template of(String path, String token, String status) {
            String body = NUMBER + "0".repeat(NUMBER_DIGITS)
                    + MESSAGE + "0".repeat(MESSAGE_DIGITS)
                    + "&mccMnc=20801&ported=0&errorGrpId=" + status
                    + "&date=2018-03-05T10%3A34%3A52.355%2B0000";
            Post post = Post.of(path, token, body, 204);
            String text = new String(post.bytes(), StandardCharsets.ISO_8859_1);
            return new Template(post, text.indexOf(NUMBER) + NUMBER.length(), text.indexOf(MESSAGE) + MESSAGE.length());
        }

        Post with(int number, long message) {
            write(number, numberAt, NUMBER_DIGITS);
            write(message, messageAt, MESSAGE_DIGITS);
            return post;
        }

        private void write(long value, int at, int digits) {
            long rest = value;
            for (int i = at + digits - 1; i >= at; i--) {
                post.bytes()[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
    }
}
