package io.leasehold.pipeline;

import io.leasehold.logical.Engine;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.SystemPath;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** What answers below {@code sys/}: the system paths of all features. */
@Singleton
class SystemEngine implements Engine {
    private final List<EnginePath> paths;

    SystemEngine(@All List<SystemPath> features) {
        this.paths = features.stream()
                .flatMap(feature -> feature.definitions().stream())
                .<EnginePath>map(definition -> () -> definition)
                .toList();
    }

    @Override
    public String type() {
        return "system";
    }

    @Override
    public List<EnginePath> paths() {
        return paths;
    }

    @Override
    public String help() {
        return "The server itself: mounts, leases and their limits.";
    }
}
