package io.leasehold.testing;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The OpenAPI document as a judge of answers. Path parameters for mounts, lease ids and prefixes hold slashes, which the
 * validator's own matching does not allow; so the operation is found here and the validator sees to the bodies.
 */
public final class OpenApiContract {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** Any path answers this to any namespace but the root; the document says so once. */
    private static final List<String> NO_NAMESPACE = List.of("namespace not found");

    private static final int FIRST_ERROR = 400;
    private static final OpenApiContract LOADED = load();

    private final OpenAPI document;
    private final List<Template> templates;
    private final SchemaValidator schemas;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private OpenApiContract(OpenAPI document) {
        this.document = document;
        this.schemas = new SchemaValidator(document, new MessageResolver());
        this.templates = document.getPaths().entrySet().stream()
                .map(path -> Template.of(path.getKey(), path.getValue()))
                .sorted(Comparator.comparing(template -> -template.literalLength))
                .toList();
    }

    /** The document in {@code openapi/vault.yaml}, read once. */
    public static OpenApiContract get() {
        return LOADED;
    }

    private static OpenApiContract load() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenApiContract(new OpenAPIV3Parser().read("openapi/vault.yaml", null, options));
    }

    /** The path items by their templates. */
    public Map<String, PathItem> paths() {
        return document.getPaths();
    }

    /** Each operation with each status below 300 that the document promises, as {@code get /v1/… 200}. */
    public Set<String> promises() {
        Set<String> promises = new TreeSet<>();
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operation.getResponses().keySet().stream()
                                .filter(status -> status.startsWith("2"))
                                .forEach(status -> promises.add(name(method, path, status)))));
        return promises;
    }

    /** The same of all answers judged so far. */
    public Set<String> seen() {
        return seen;
    }

    /** Lets an answer pass that the document describes; the path is as it went over the wire. */
    public void require(String verb, String rawPath, VaultAnswer answer) {
        URI address = URI.create(rawPath);
        if (verb.equals("HELP") || String.valueOf(address.getQuery()).contains("help=")) {
            return;
        }
        boolean isList =
                verb.equals("LIST") || String.valueOf(address.getQuery()).contains("list=true");
        String path = isList ? address.getPath().replaceFirst("/$", "") : address.getPath();
        List<String> complaints = complaints(verb, path, answer);
        if (!complaints.isEmpty()) {
            throw new AssertionError(verb + " " + rawPath + " answered " + answer.status() + " " + answer.body()
                    + "\nwhich is not what openapi/vault.yaml says: " + String.join("\n", complaints));
        }
    }

    private List<String> complaints(String verb, String path, VaultAnswer answer) {
        Optional<Template> template =
                templates.stream().filter(known -> known.matches(path)).findFirst();
        Optional<HttpMethod> method = method(verb);
        Operation operation = template.flatMap(found -> method.map(found.item.readOperationsMap()::get))
                .orElse(null);
        if (operation == null) {
            boolean ours = path.startsWith("/v1/sys/") || path.startsWith("/v1/auth/");
            return ours && answer.status() < FIRST_ERROR ? List.of("the operation is not documented") : List.of();
        }
        if (isWithoutNamespace(answer) || isOfAnotherEngine(template.orElseThrow(), answer)) {
            return List.of();
        }
        String status = String.valueOf(answer.status());
        ApiResponses responses = operation.getResponses();
        ApiResponse response = responses.getOrDefault(status, responses.getDefault());
        if (response == null) {
            return List.of("the status is not documented for " + operation.getOperationId());
        }
        seen.add(name(method.orElseThrow(), template.orElseThrow().path, status));
        return complaints(resolve(response), answer.header("Content-Type").orElse(""), answer.body());
    }

    private static boolean isWithoutNamespace(VaultAnswer answer) {
        return answer.status() == NOT_FOUND && answer.errors().equals(NO_NAMESPACE);
    }

    /** The document knows one engine; tests have another, with paths of the same names. */
    private static boolean isOfAnotherEngine(Template template, VaultAnswer answer) {
        return template.path.startsWith("/v1/{mount}/")
                && answer.status() == OK
                && !answer.json().path("mount_type").asText().equals("aws");
    }

    private static Optional<HttpMethod> method(String verb) {
        return verb.equals("LIST")
                ? Optional.of(HttpMethod.GET)
                : Stream.of(HttpMethod.values())
                        .filter(method -> method.name().equals(verb))
                        .findFirst();
    }

    private ApiResponse resolve(ApiResponse response) {
        String reference = response.get$ref();
        return reference == null
                ? response
                : document.getComponents().getResponses().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private List<String> complaints(ApiResponse response, String contentType, String body) {
        Content content = response.getContent();
        if (content == null || content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("a body that is not documented");
        }
        if (body.isEmpty()) {
            return List.of("no body");
        }
        String media = contentType.split(";", 2)[0];
        return content.containsKey(media)
                ? schemas.validate(body, content.get(media).getSchema(), "body").getMessages().stream()
                        .map(ValidationReport.Message::getMessage)
                        .toList()
                : List.of("the content type " + contentType + " is not documented");
    }

    private static String name(HttpMethod method, String path, String status) {
        return method + " " + path + " " + status;
    }

    private record Template(String path, PathItem item, Pattern pattern, int literalLength) {
        private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");
        private static final Set<String> WITH_SLASHES = Set.of("mount", "path", "prefix", "lease_id");

        static Template of(String path, PathItem item) {
            String regex = PARAMETER
                    .matcher(path)
                    .replaceAll(found -> WITH_SLASHES.contains(found.group(1)) ? "(?:.+)" : "(?:[^/]+)");
            return new Template(
                    path,
                    item,
                    Pattern.compile(regex),
                    PARAMETER.matcher(path).replaceAll("").length());
        }

        boolean matches(String actual) {
            return pattern.matcher(actual).matches();
        }
    }
}
