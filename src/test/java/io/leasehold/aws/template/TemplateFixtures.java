package io.leasehold.aws.template;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A stopped clock, a random source that counts through the alphabet, and one UUID. */
final class TemplateFixtures {
    static final UUID UUID_OF_TESTS = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1700000000, 123456789), ZoneOffset.UTC);
    static final TemplateData IAM = TemplateData.iam("userpass-alice", "deploy");

    private TemplateFixtures() {}

    static TemplateSources sources() {
        return new TemplateSources(CLOCK, new Counting(), () -> UUID_OF_TESTS);
    }

    static String render(String template) {
        return render(template, IAM);
    }

    static String render(String template, TemplateData data) {
        return UsernameTemplate.parse(template).render(data, sources());
    }

    private static final class Counting implements RandomGenerator {
        private int next;

        @Override
        public long nextLong() {
            return next++;
        }

        @Override
        public int nextInt(int bound) {
            return next++ % bound;
        }
    }
}
