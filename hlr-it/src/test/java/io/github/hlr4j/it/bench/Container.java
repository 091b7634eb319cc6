package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The containers that are measured, each with its jars in a folder below {@code target/jars}. */
enum Container {
    TOMCAT("tomcat-10", "tomcat-embed-core-", TomcatServer.class),
    JETTY("jetty-ee10", "jetty-server-", JettyServer.class);

    static final Path JARS = Path.of(System.getProperty("hlr.it.jars"));

    private final String folder;
    private final String jar;
    private final Class<?> program;

    Container(String folder, String jar, Class<?> program) {
        this.folder = folder;
        this.jar = jar;
        this.program = program;
    }

    Path folder() {
        return JARS.resolve(folder);
    }

    Class<?> program() {
        return program;
    }

    /** The name and the version of what is measured, as its jar has them. */
    String nameAndVersion() throws IOException {
        try (Stream<Path> jars = Files.list(folder())) {
            return jars.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(jar))
                    .map(name -> name.substring(0, name.length() - ".jar".length()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
