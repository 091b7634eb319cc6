package io.github.hlr4j.it.store;

import io.github.hlr4j.callback.CallbackKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a receiver leaves to the next one, and that several receivers may share. */
record ReceiverFiles(Path folder) {

    /** A folder with new keys and nothing else. */
    static ReceiverFiles create(Path folder) throws IOException {
        ReceiverFiles files = new ReceiverFiles(folder);
        Files.writeString(files.keysFile(), CallbackKeys.create().toText());
        return files;
    }

    Path database() {
        return folder.resolve("results.db");
    }

    HandOverLog handOvers() {
        return new HandOverLog(folder.resolve("hand-overs.txt"));
    }

    CallbackKeys keys() throws IOException {
        return CallbackKeys.parse(Files.readString(keysFile()));
    }

    private Path keysFile() {
        return folder.resolve("callback.keys");
    }
}
