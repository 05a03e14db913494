package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.GoValue.Fields;
import java.util.List;

/**
 * A parsed {@code username_template}; immutable, and safe to render from several threads.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/username-templating">Vault: username templating</a>
 */
public final class UsernameTemplate {
    /** The template in force when none is configured; it is read back by clients, so its text is part of the wire. */
    public static final String DEFAULT = "{{ if (eq .Type \"STS\") }}"
            + "{{ printf \"vault-%s-%s\"  (unix_time) (random 20) | truncate 32 }}"
            + "{{ else }}"
            + "{{ printf \"vault-%s-%s-%s\" (printf \"%s-%s\" (.DisplayName) (.PolicyName) | truncate 42)"
            + " (unix_time) (random 20) | truncate 64 }}"
            + "{{ end }}";

    private final Source source;
    private final List<Node> body;
    private final int slots;

    private UsernameTemplate(Source source, TemplateParser parser) {
        this.source = source;
        this.body = parser.parse();
        this.slots = parser.slots();
    }

    /**
     * Parses a template of 1 byte to 4 KiB. Throws {@link TemplateException} for wrong syntax, for functions and
     * variables that do not exist, for a wrong number of arguments, and for nesting deeper than 64.
     */
    public static UsernameTemplate parse(String text) {
        Source source = new Source(text);
        return new UsernameTemplate(source, new TemplateParser(source));
    }

    /** The text that was parsed. */
    public String source() {
        return source.text();
    }

    /**
     * Renders the template, at most 16 KiB. Throws {@link TemplateException} for arguments of a wrong type or out of
     * range. The length rule for names is not applied here, see {@link UsernameLimits}.
     */
    public String render(TemplateData data, TemplateSources sources) {
        Fields fields = data.toFields();
        return new Rendering(new Evaluation(source, slots, fields, sources)).render(body, fields);
    }
}
