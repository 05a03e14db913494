package io.leasehold.aws.template.golang;

import io.leasehold.aws.template.golang.GoValue.Integral;
import java.util.List;
import java.util.OptionalLong;

/** The values given to a format, taken one after the other unless the format names one by its number. */
final class FormatArguments {
    private final List<GoValue> values;
    private int next;
    private boolean reordered;

    FormatArguments(List<GoValue> values) {
        this.values = values;
    }

    boolean isUsedUp() {
        return next >= values.size();
    }

    GoValue take() {
        return values.get(next++);
    }

    /** Takes a value that is to be a whole number; empty if it is none, or if there is no value left. */
    OptionalLong takeWhole() {
        return !isUsedUp() && take() instanceof Integral whole ? OptionalLong.of(whole.number()) : OptionalLong.empty();
    }

    /** From now on values are not only taken in order, so surplus ones are not reported. */
    void reorder() {
        reordered = true;
    }

    /** Goes on with the value of that number, counted from 1; false if there is none. */
    boolean goTo(int number) {
        boolean exists = number >= 1 && number <= values.size();
        next = exists ? number - 1 : next;
        return exists;
    }

    /** What Go adds at the end when values are left over. */
    String surplus() {
        if (reordered || isUsedUp()) {
            return "";
        }
        BoundedText text = new BoundedText().append("%!(EXTRA ");
        for (int i = next; i < values.size(); i++) {
            text.append(i > next ? ", " : "").append(GoPrint.withType(values.get(i), Directive.plain('v')));
        }
        return text.append(")").toString();
    }
}
