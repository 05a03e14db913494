package io.leasehold.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A body of a request or an answer that the document describes.
 *
 * @param name of the component
 * @param media its schema and examples
 */
record OpenApiContent(String name, MediaType media) {
    /** The document as it is written. */
    static final Path DOCUMENT = Path.of("openapi", "vault.yaml");

    /** The document as the parser sees it, with the parser's complaints. */
    static SwaggerParseResult parse() {
        return new OpenAPIV3Parser().readLocation(DOCUMENT.toString(), null, null);
    }

    /** All bodies among the components; the document writes none elsewhere. */
    static Stream<OpenApiContent> in(OpenAPI document) {
        Components components = document.getComponents();
        return Stream.concat(
                components.getRequestBodies().entrySet().stream()
                        .flatMap(body ->
                                of("request " + body.getKey(), body.getValue().getContent())),
                components.getResponses().entrySet().stream().flatMap(OpenApiContent::ofResponse));
    }

    /** What the body has to look like. */
    Schema<?> schema() {
        return media.getSchema();
    }

    /** Whether the example of that name is shown with this body. */
    boolean shows(String example) {
        return Optional.ofNullable(media.getExamples()).orElse(Map.of()).containsKey(example);
    }

    private static Stream<OpenApiContent> ofResponse(Map.Entry<String, ApiResponse> response) {
        return of("response " + response.getKey(), response.getValue().getContent());
    }

    private static Stream<OpenApiContent> of(String name, Content content) {
        return content == null
                ? Stream.empty()
                : content.values().stream().map(media -> new OpenApiContent(name, media));
    }
}
