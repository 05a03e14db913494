package io.leasehold.aws.template;

import java.util.ArrayList;
import java.util.List;

/**
 * The variables that are visible at a place of the template; each is known by its slot. Slot 0 is {@code $}, the data.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Variables">Go text/template: variables</a>
 */
final class Scope {
    static final int ABSENT = -1;

    private final List<String> names = new ArrayList<>(List.of("$"));
    private int slots = 1;

    int declare(String name) {
        names.add(name);
        slots = Math.max(slots, names.size());
        return names.size() - 1;
    }

    /** The slot of the innermost variable of that name, or {@link #ABSENT}. */
    int find(String name) {
        return names.lastIndexOf(name);
    }

    /** The number of visible variables, to come back to with {@link #leave}. */
    int enter() {
        return names.size();
    }

    void leave(int mark) {
        names.subList(mark, names.size()).clear();
    }

    /** The most slots that were in use at one time. */
    int slots() {
        return slots;
    }
}
