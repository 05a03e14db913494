package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.GoValue;
import io.leasehold.aws.template.golang.GoValue.Text;
import io.leasehold.aws.template.golang.GoValue.Whole;
import java.util.List;

/** The evaluated arguments of a call, already of the kinds that the function's parameters ask for. */
record Arguments(List<GoValue> values) {
    GoValue get(int index) {
        return values.get(index);
    }

    String text(int index) {
        return ((Text) values.get(index)).value();
    }

    long whole(int index) {
        return ((Whole) values.get(index)).number();
    }

    List<GoValue> from(int index) {
        return values.subList(index, values.size());
    }
}
