package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.it.probe.CrowdedFake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdedFakeTest {

    @Test
    void twoHundredThousandNumbersGoThroughOneFakeIn48MegabytesOfHeap() {
        List<Path> path = new ArrayList<>(JarSets.of("core", "testkit"));
        path.add(OwnJvm.classesOf(CrowdedFake.class));

        assertThat(OwnJvm.ON_CLASS_PATH.run(List.of("-Xmx48m"), path, CrowdedFake.class))
                .containsExactly("billed 200000", "the last one 1 times", "acknowledged 200000", "remembered 10000");
    }
}
