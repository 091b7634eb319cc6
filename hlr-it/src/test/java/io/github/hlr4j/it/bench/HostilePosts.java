package io.github.hlr4j.it.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What a receiver must refuse: half of it bad tokens, the rest announcements that are too large and bodies that mean nothing. */
final class HostilePosts implements Posts {

    private static final int ROUNDS = 50;
    private static final int TOO_MANY_BYTES = 10_000_000;
    private static final String BODY = "phone=%2B33639980000&errorGrpId=0&errorName=NO_ERROR&ported=0&mccMnc=20801";

    private final List<Post> posts = new ArrayList<>();
    private int sent;

    HostilePosts(String path, Tokens tokens) {
        for (int i = 0; i < ROUNDS; i++) {
            for (Tokens.Failure failure : Tokens.Failure.values()) {
                posts.add(Post.of(path, tokens.failing(failure), BODY, 404));
            }
            posts.add(Post.announcing(path, tokens.valid(), TOO_MANY_BYTES, BODY, 413));
            posts.add(Post.announcing(path, tokens.valid(), TOO_MANY_BYTES, "", 413));
            posts.add(Post.of(path, tokens.valid(), "errorGrpId=0", 400));
            posts.add(Post.of(path, tokens.valid(), "phone=nobody&" + BODY, 400));
            posts.add(Post.of(path, tokens.valid(), "%".repeat(1_000), 400));
            posts.add(Post.of(path, tokens.valid(), "a=b&".repeat(100), 400));
        }
        Collections.shuffle(posts, new Random(1));
    }

    @Override
    public Post next() {
        return posts.get(sent++ % posts.size());
    }
}
