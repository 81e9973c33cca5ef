package io.ctmconnect.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ctmconnect.secrets.SealedFields;
import io.ctmconnect.secrets.SecretBox;

import java.util.List;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** A rotation knows of everything that is sealed. */
@AnalyzeClasses(
        packages = "io.ctmconnect",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NotTheSandbox.class})
class SealedDataTest {
    @ArchTest
    static final ArchRule placesAreMadeOfSealedFieldsOnly = noClasses()
            .that()
            .areNotAssignableTo(SealedFields.class)
            .should()
            .callConstructor(SecretBox.Place.class, String.class, String.class, String.class);

    @ArchTest
    static void allSealedFieldsAreInTheList(JavaClasses classes) {
        List<SealedFields> declared = classes.stream()
                .flatMap(one -> one.getFields().stream())
                .filter(SealedDataTest::isConstant)
                .map(SealedDataTest::value)
                .toList();

        assertThat(SealedData.ALL).containsExactlyInAnyOrderElementsOf(declared);
    }

    private static boolean isConstant(JavaField field) {
        return field.getRawType().isEquivalentTo(SealedFields.class)
                && field.getModifiers().contains(JavaModifier.STATIC);
    }

    private static SealedFields value(JavaField field) {
        try {
            return (SealedFields) field.reflect().get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
