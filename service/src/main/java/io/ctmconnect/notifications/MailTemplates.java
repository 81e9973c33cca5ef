package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The texts of mails: the files in {@code notices/} of the resources, two for each type of notice. In HTML every value is
 * escaped; a value that a template names and nobody gives is an error.
 */
@Singleton
class MailTemplates {
    private static final String LAYOUT = "layout";

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .build();

    MailTemplates() {
        load(LAYOUT);
        for (IntegrationNotice.Type type : IntegrationNotice.Type.values()) {
            load(type.wire());
        }
    }

    /** The body as text, with one line break at its end. */
    String text(String type, Map<String, Object> values) {
        return engine.getTemplate(type + ".txt").render(values).strip() + "\n";
    }

    /** The body as HTML. */
    String html(String type, Map<String, Object> values) {
        return engine.getTemplate(type + ".html").render(values);
    }

    private void load(String name) {
        load(name + ".txt", Variant.TEXT_PLAIN);
        load(name + ".html", Variant.TEXT_HTML);
    }

    private void load(String file, String contentType) {
        Template template = engine.parse(read(file), Variant.forContentType(contentType), file);
        engine.putTemplate(file, template);
    }

    private static String read(String file) {
        try (InputStream in = MailTemplates.class.getResourceAsStream("/notices/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
