package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Senders with good tokens that announce a body, send some of it and then nothing more. */
final class StalledSenders implements AutoCloseable {

    private static final int ANNOUNCED_BYTES = 300;

    private final List<Socket> sockets = new ArrayList<>();

    void connect(InetSocketAddress address, String path, int count, Tokens tokens) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(address.getAddress(), address.getPort());
            sockets.add(socket);
            Post post = Post.announcing(path, tokens.valid(), ANNOUNCED_BYTES, "phone=%2B33639980000", 408);
            socket.getOutputStream().write(post.bytes());
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
