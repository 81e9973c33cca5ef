package io.ctmconnect.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the package table of ARCHITECTURE.md. */
@AnalyzeClasses(
        packages = "io.ctmconnect",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NotTheSandbox.class})
class ArchitectureTest {
    static final class NotTheSandbox implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("io/ctmconnect/sandbox");
        }
    }

    private static final Set<String> FEATURE = Set.of("http", "auth", "ctm", "credentials");

    /** Which of our packages a package may use; {@code app} may use all and is used by none. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("accounts", FEATURE),
            Map.entry("calls", FEATURE),
            Map.entry("callstore", Set.of("ctm", "platform", "mongo", "settings")),
            Map.entry("trackers", Set.of("http", "auth", "ctm", "credentials", "idempotency")),
            Map.entry(
                    "webhooks",
                    Set.of(
                            "http",
                            "auth",
                            "ctm",
                            "credentials",
                            "callstore",
                            "platform",
                            "secrets",
                            "settings",
                            "mongo")),
            Map.entry("reconciliation", Set.of("http", "ctm", "credentials", "webhooks", "callstore", "mongo")),
            Map.entry(
                    "credentials",
                    Set.of("ctm", "outbox", "platform", "mongo", "secrets", "auth", "http", "callstore")),
            Map.entry("console", Set.of("settings")),
            Map.entry("idempotency", Set.of("http", "mongo")),
            Map.entry("notifications", Set.of("credentials", "outbox", "platform", "secrets", "settings")),
            Map.entry("auth", Set.of("http", "platform", "secrets", "settings")),
            Map.entry("ctm", Set.of("secrets", "settings")),
            Map.entry("outbox", Set.of("mongo")),
            Map.entry("platform", Set.of("mongo", "secrets", "settings")),
            Map.entry("http", Set.of()),
            Map.entry("rotation", Set.of("mongo", "secrets")),
            Map.entry("secrets", Set.of()),
            Map.entry("mongo", Set.of()),
            Map.entry("settings", Set.of()),
            Map.entry("embedded", Set.of()));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.ctmconnect.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void packagesUseOnlyWhatTheTableAllows(JavaClasses classes) {
        MAY_USE.forEach((name, allowed) -> noClasses()
                .that()
                .resideInAPackage(ours(name))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.ctmconnect..").and(not(resideInAnyPackage(withItself(name, allowed)))))
                .check(classes));
    }

    @ArchTest
    static final ArchRule everyPackageIsInTheTable =
            classes().should().resideInAnyPackage(withItself("app", MAY_USE.keySet()));

    @ArchTest
    static final ArchRule featuresReachConnectionsThroughSessionsOnly = noClasses()
            .that()
            .resideInAnyPackage(ours("accounts"), ours("calls"), ours("trackers"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.ctmconnect\\.credentials\\.(?!CtmSessions?$).*");

    @ArchTest
    static final ArchRule eventsKnowOfConnectionsTheirSessionsAndSigningSecrets = noClasses()
            .that()
            .resideInAPackage(ours("webhooks"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "io\\.ctmconnect\\.credentials\\.(?!(CtmSessions?|SigningSecrets(\\$Held)?|WebhookNotes)$).*");

    @ArchTest
    static final ArchRule reconciliationKnowsOfConnectionsTheirSessionsAndWhatIsConnected = noClasses()
            .that()
            .resideInAPackage(ours("reconciliation"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.ctmconnect\\.credentials\\.(?!(CtmSessions?|ConnectedAccounts(\\$\\w+)?)$).*");

    @ArchTest
    static final ArchRule onlyStoresTouchTheDriver = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .resideOutsideOfPackages(ours("mongo"), ours("platform"), ours("app"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.mongodb..");

    @ArchTest
    static final ArchRule onlyCtmAndTheSendersOpenConnections = noClasses()
            .that()
            .resideOutsideOfPackage(ours("ctm"))
            .and()
            .haveNameNotMatching("io\\.ctmconnect\\.notifications\\.(GoogleTransport|MailSender|Smtp\\w+)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..", "io.vertx.ext.mail..");

    @ArchTest
    static final ArchRule noticesKnowOfConnectionsTheirTasksOnly = noClasses()
            .that()
            .resideInAPackage(ours("notifications"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.ctmconnect\\.credentials\\.(?!IntegrationNotice(\\$Type)?$).*");

    @ArchTest
    static final ArchRule onlyTheEmbeddedStoreKnowsItsServer = noClasses()
            .that()
            .resideOutsideOfPackage(ours("embedded"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.bwaldvogel..", "org.h2..");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto)");

    private static String[] withItself(String name, Set<String> allowed) {
        return Stream.concat(allowed.stream(), Stream.of(name))
                .map(ArchitectureTest::ours)
                .toArray(String[]::new);
    }

    private static String ours(String name) {
        return "io.ctmconnect." + name + "..";
    }
}
