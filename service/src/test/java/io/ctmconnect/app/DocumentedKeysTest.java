package io.ctmconnect.app;

import io.ctmconnect.settings.Environment;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of keys in the documents is the list of keys that the code reads. */
class DocumentedKeysTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z0-9_]+)` \\| .*", Pattern.MULTILINE);

    @Test
    void everyKeyThatIsReadIsDocumentedAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>();
        Configuration.of(new Environment(key -> {
            read.add(key);
            return Optional.empty();
        }));
        String documents = Files.readString(Path.of("../docs/configuration.md"));
        String inEffect = documents.substring(0, documents.indexOf("## Durations"));

        assertThat(ROW.matcher(inEffect).results().map(row -> row.group(1)).collect(Collectors.toSet()))
                .isEqualTo(read);
    }
}
