package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts over keep-alive connections from one thread, the next request of a lane as soon as its last one was answered.
 *
 * <p>A lane that is given several kinds of posts sends them in turn, each over a connection of its own, and waits for each
 * answer: equal numbers of each are sent. What is counted is the first kind.
 */
final class Load implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final InetSocketAddress address;
    private final Selector selector;
    private final List<Lane> lanes = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
    private final Latencies latencies;
    private long counted;
    private int busy;
    private boolean ending;

    Load(InetSocketAddress address, int width, List<Posts> kinds, Latencies latencies) throws IOException {
        this.address = address;
        this.selector = Selector.open();
        this.latencies = latencies;
        for (int i = 0; i < width; i++) {
            lanes.add(new Lane(kinds));
        }
    }

    void start() throws IOException {
        for (Lane lane : lanes) {
            lane.send();
            busy++;
        }
    }

    /** Goes on for a while and says how many posts of the first kind were answered meanwhile. */
    long answersWithin(Duration time) throws IOException {
        long before = counted;
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            exchange();
        }
        return counted - before;
    }

    /** Waits for the answers that are owed, and hangs up. */
    @Override
    public void close() throws IOException {
        ending = true;
        while (busy > 0) {
            exchange();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void exchange() throws IOException {
        if (selector.select(PATIENCE_MILLIS) == 0) {
            throw new IOException("no answer for " + PATIENCE_MILLIS + " ms");
        }
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            if (connection.isAnswered()) {
                connection.lane.next();
            }
        }
        selector.selectedKeys().clear();
    }

    private final class Lane {

        private final List<Connection> connections = new ArrayList<>();
        private int turn;
        private long sentAt;

        Lane(List<Posts> kinds) {
            kinds.forEach(posts -> connections.add(new Connection(this, posts)));
        }

        void send() throws IOException {
            sentAt = System.nanoTime();
            connections.get(turn).send();
        }

        void next() throws IOException {
            if (turn == 0) {
                counted++;
                latencies.add(System.nanoTime() - sentAt);
            }
            turn = (turn + 1) % connections.size();
            if (ending) {
                busy--;
            } else {
                send();
            }
        }
    }

    private final class Connection {

        private final Lane lane;
        private final Posts posts;
        private final StringBuilder answer = new StringBuilder();
        private SocketChannel channel;
        private Post post;

        Connection(Lane lane, Posts posts) {
            this.lane = lane;
            this.posts = posts;
        }

        void send() throws IOException {
            if (channel == null) {
                open();
            }
            post = posts.next();
            ByteBuffer bytes = ByteBuffer.wrap(post.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        private void open() throws IOException {
            channel = SocketChannel.open(address);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // Hanging up at once leaves nothing behind; otherwise thousands of closed connections use up the ports.
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        /** Whether the head of the answer is there; no answer has a body. */
        boolean isAnswered() throws IOException {
            buffer.clear();
            int read = channel.read(buffer);
            if (read < 0) {
                throw new IOException("hung up instead of answering " + post.status());
            }
            byte[] bytes = new byte[read];
            buffer.flip().get(bytes);
            answer.append(new String(bytes, StandardCharsets.ISO_8859_1));
            if (answer.indexOf("\r\n\r\n") < 0) {
                return false;
            }
            check(answer.toString());
            answer.setLength(0);
            return true;
        }

        private void check(String head) throws IOException {
            if (!head.startsWith("HTTP/1.1 " + post.status() + " ") || !head.endsWith("\r\n\r\n")) {
                throw new IOException("not answered " + post.status() + " but:\n" + head);
            }
            if (head.contains("onnection: close")) {
                channel.close();
                channel = null;
            }
        }
    }
}
