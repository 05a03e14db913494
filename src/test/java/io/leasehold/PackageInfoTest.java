package io.leasehold;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Read from the sources: a package-info without annotations leaves no class file. */
class PackageInfoTest {
    private static final Path SOURCES = Path.of("src/main/java");

    static Stream<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageSaysWhatItIsFor(Path folder) throws IOException {
        // Given
        Path info = folder.resolve("package-info.java");

        // When
        String text = Files.exists(info) ? Files.readString(info) : "";

        // Then
        assertTrue(text.startsWith("/**"), () -> folder + " has no package-info with a description");
    }
}
