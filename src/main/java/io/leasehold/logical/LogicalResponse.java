package io.leasehold.logical;

import java.util.List;
import java.util.stream.Stream;

/** What a path answers. The edge alone knows how it looks on the wire. */
public sealed interface LogicalResponse {
    /** Texts for the caller, in order. */
    List<String> warnings();

    /** The same answer with more warnings. */
    LogicalResponse withWarnings(List<String> more);

    /** Joins two lists of warnings. */
    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Nothing to say: 204, or 404 on a read; with warnings a body without data. */
    record Empty(List<String> warnings) implements LogicalResponse {
        @Override
        public Empty withWarnings(List<String> more) {
            return new Empty(join(warnings, more));
        }
    }

    /** The work goes on in the background: 202 without a body. */
    record Accepted() implements LogicalResponse {
        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public Accepted withWarnings(List<String> more) {
            return this;
        }
    }

    /** A record or a map, written under {@code data}. */
    record Data(Object data, List<String> warnings) implements LogicalResponse {
        @Override
        public Data withWarnings(List<String> more) {
            return new Data(data, join(warnings, more));
        }
    }

    /** Like {@link Data}, with the members repeated at the top level for old clients. */
    record TopLevelData(Object data, List<String> warnings) implements LogicalResponse {
        @Override
        public TopLevelData withWarnings(List<String> more) {
            return new TopLevelData(data, join(warnings, more));
        }
    }

    /** Names; none is a 404. */
    record Keys(List<String> keys) implements LogicalResponse {
        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public Keys withWarnings(List<String> more) {
            return this;
        }
    }

    /** Credentials to be made and leased by the road; never reaches the edge. */
    record Issue(Issuance issuance, List<String> warnings) implements LogicalResponse {
        @Override
        public Issue withWarnings(List<String> more) {
            return new Issue(issuance, join(warnings, more));
        }
    }

    /** Something under lease; data is {@code null} after a renew. */
    record Leased(LeaseAnswer lease, Object data, List<String> warnings) implements LogicalResponse {
        @Override
        public Leased withWarnings(List<String> more) {
            return new Leased(lease, data, join(warnings, more));
        }
    }

    /** A token, written under {@code auth}. */
    record Auth(IssuedAuth auth, List<String> warnings) implements LogicalResponse {
        @Override
        public Auth withWarnings(List<String> more) {
            return new Auth(auth, join(warnings, more));
        }
    }

    /** A body without envelope. */
    record Raw(Object body) implements LogicalResponse {
        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public Raw withWarnings(List<String> more) {
            return this;
        }
    }

    /** Nothing to say. */
    static Empty empty() {
        return new Empty(List.of());
    }

    /** Data without warnings. */
    static Data data(Object data) {
        return new Data(data, List.of());
    }
}
