package io.leasehold.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a process finds when it starts, apart from its command line.
 *
 * @param systemProperties as given to the virtual machine
 * @param environment the variables of the process
 * @param workingFolder relative paths start here
 */
record Surroundings(Map<String, String> systemProperties, Map<String, String> environment, Path workingFolder) {
    static Surroundings ofThisProcess() {
        final Properties properties = System.getProperties();
        return new Surroundings(
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(Function.identity(), properties::getProperty)),
                System.getenv(),
                Path.of(""));
    }
}
