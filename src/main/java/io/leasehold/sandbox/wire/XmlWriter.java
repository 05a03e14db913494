package io.leasehold.sandbox.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Writes one XML answer, escaping every text; elements follow each other in the order of the calls. */
public final class XmlWriter {

    private final StringBuilder out = new StringBuilder(512);

    /** An element with a name space and what {@code content} writes inside it. */
    public XmlWriter root(String name, String namespace, Runnable content) {
        out.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        content.run();
        return close(name);
    }

    /** An element and what {@code content} writes inside it. */
    public XmlWriter element(String name, Runnable content) {
        out.append('<').append(name).append('>');
        content.run();
        return close(name);
    }

    /** An element with text; a null value writes nothing. */
    public XmlWriter text(String name, Object value) {
        if (value != null) {
            out.append('<').append(name).append('>');
            escape(value.toString());
            close(name);
        }
        return this;
    }

    /** An element with a time in UTC, to the second. */
    public XmlWriter time(String name, Instant value) {
        return text(name, value == null ? null : value.truncatedTo(ChronoUnit.SECONDS));
    }

    /** A list: one {@code member} element per item. */
    public <T> XmlWriter list(String name, Iterable<T> items, Consumer<T> each) {
        return element(name, () -> items.forEach(item -> element("member", () -> each.accept(item))));
    }

    /** Text inside the element that is being written. */
    public void value(Object value) {
        escape(value.toString());
    }

    /** Whether nothing was written yet. */
    public boolean isEmpty() {
        return out.isEmpty();
    }

    /** XML that was written before, as it is. */
    public XmlWriter raw(XmlWriter written) {
        out.append(written.out);
        return this;
    }

    /** What was written so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    private XmlWriter close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '?' : c);
            }
        }
    }
}
