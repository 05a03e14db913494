package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One page of a list: {@code MaxItems} of 1 to 1000, 100 by default, and a {@code Marker} that stays right when items
 * come and go between two pages.
 */
final class Pager {

    private static final int DEFAULT_ITEMS = 100;
    private static final int MAX_ITEMS = 1000;

    private Pager() {}

    /** Writes the page under {@code listName}, ordered by {@code key}, and says whether more follow. */
    static <T> void write(
            Call call, XmlWriter out, String listName, Stream<T> all, Function<T, String> key, Consumer<T> each) {
        int max = call.form().integer("MaxItems").orElse(DEFAULT_ITEMS);
        new Constraints().range("MaxItems", max, 1, MAX_ITEMS).check();
        String after = call.form().find("Marker").map(Pager::decode).orElse("");
        List<T> rest = all.filter(item -> key.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(max + 1L)
                .toList();
        boolean more = rest.size() > max;
        List<T> page = more ? rest.subList(0, max) : rest;
        out.list(listName, page, each).text("IsTruncated", more);
        if (more) {
            out.text("Marker", encode(key.apply(page.get(max - 1))));
        }
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String marker) {
        try {
            return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AwsError.VALIDATION_ERROR.with("Invalid Marker.");
        }
    }
}
