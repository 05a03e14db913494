package io.leasehold;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The one-way rule of the packages, and the rules that keep secrets, time and blocking where they belong. */
@AnalyzeClasses(packages = "io.leasehold", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> PLAIN =
            Set.of("java.lang.String", "java.lang.CharSequence", "java.lang.Object", "[C", "[B");

    @ArchTest
    static final ArchRule packagesUseOnlyWhatIsBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("logical")
            .definedBy("io.leasehold.logical..")
            .layer("barrier")
            .definedBy("io.leasehold.barrier..")
            .layer("store")
            .definedBy("io.leasehold.store..")
            .layer("audit")
            .definedBy("io.leasehold.audit..")
            .layer("policy")
            .definedBy("io.leasehold.policy..")
            .layer("mount")
            .definedBy("io.leasehold.mount..")
            .layer("lease")
            .definedBy("io.leasehold.lease..")
            .layer("token")
            .definedBy("io.leasehold.token..")
            .layer("pipeline")
            .definedBy("io.leasehold.pipeline..")
            .layer("http")
            .definedBy("io.leasehold.http..")
            .layer("aws")
            .definedBy("io.leasehold.aws..")
            .layer("sandbox")
            .definedBy("io.leasehold.sandbox..")
            .layer("server")
            .definedBy("io.leasehold.server..")
            .whereLayer("logical")
            .mayNotAccessAnyLayer()
            .whereLayer("store")
            .mayNotAccessAnyLayer()
            .whereLayer("barrier")
            .mayOnlyAccessLayers("logical", "store")
            .whereLayer("audit")
            .mayOnlyAccessLayers("logical", "barrier")
            .whereLayer("policy")
            .mayOnlyAccessLayers("logical", "barrier")
            .whereLayer("mount")
            .mayOnlyAccessLayers("logical", "barrier")
            .whereLayer("lease")
            .mayOnlyAccessLayers("logical", "barrier", "store", "mount")
            .whereLayer("token")
            .mayOnlyAccessLayers("logical", "barrier", "store", "lease", "policy")
            .whereLayer("pipeline")
            .mayOnlyAccessLayers("logical", "barrier", "audit", "policy", "mount", "lease", "token")
            .whereLayer("http")
            .mayOnlyAccessLayers("logical", "barrier", "pipeline")
            .whereLayer("aws")
            .mayOnlyAccessLayers("logical", "barrier")
            .whereLayer("sandbox")
            .mayNotAccessAnyLayer()
            .whereLayer("server")
            .mayNotBeAccessedByAnyLayer()
            .because("a package may use packages below it, never beside and never above; the drawn edges are token to"
                    + " lease to mount, and token to policy for the rule whether a caller has sudo");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.leasehold.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one package");

    @ArchTest
    static final ArchRule everyClassBelongsToAKnownPackage = classes()
            .should()
            .resideInAnyPackage(
                    "io.leasehold",
                    "io.leasehold.logical..",
                    "io.leasehold.barrier..",
                    "io.leasehold.store..",
                    "io.leasehold.audit..",
                    "io.leasehold.policy..",
                    "io.leasehold.mount..",
                    "io.leasehold.lease..",
                    "io.leasehold.token..",
                    "io.leasehold.auth..",
                    "io.leasehold.pipeline..",
                    "io.leasehold.aws..",
                    "io.leasehold.http..",
                    "io.leasehold.portal..",
                    "io.leasehold.quiz..",
                    "io.leasehold.sandbox..",
                    "io.leasehold.server..")
            .because("a new package needs its place in the one-way rule before it has its first class");

    @ArchTest
    static final ArchRule theRoadKnowsNoEngineByName = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.leasehold.pipeline..",
                    "io.leasehold.token..",
                    "io.leasehold.lease..",
                    "io.leasehold.mount..",
                    "io.leasehold.policy..",
                    "io.leasehold.audit..",
                    "io.leasehold.barrier..",
                    "io.leasehold.logical..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.leasehold.aws..")
            .because("an engine is found by its type, so a second one needs no change on the road");

    @ArchTest
    static final ArchRule httpStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.leasehold.http..", "io.leasehold.portal..", "io.leasehold.quiz..", "io.leasehold.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("a path or a rule that knows HTTP cannot serve the portal and the API alike");

    @ArchTest
    static final ArchRule theAwsSdkStaysInTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("io.leasehold.aws..", "io.leasehold.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("AWS is one engine among others");

    @ArchTest
    static final ArchRule theSandboxSharesNoCodeWithTheClientItChecks = noClasses()
            .that()
            .resideInAPackage("io.leasehold.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon.awssdk..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            "software.amazon.awssdk.policybuilder..",
                            "software.amazon.awssdk.http.auth.aws..",
                            "software.amazon.awssdk.auth.signer.."))))
            .because("an emulator built on the SDK would agree with the SDK even where AWS does not");

    @ArchTest
    static final ArchRule ciphersStayBehindTheBarrier = noClasses()
            .that()
            .resideOutsideOfPackage("io.leasehold.barrier..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.crypto..", "java.security.spec..")
            .because("one package holds keys and ciphers, so that one package has to be reviewed for them");

    @ArchTest
    static final ArchRule hibernateStaysInRepositories = noClasses()
            .that(areNeither("Repository", "Entity"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..")
            .because("transactions and entities that leak make a rule depend on how it is stored");

    @ArchTest
    static final ArchRule sqlStaysInRepositories = noClasses()
            .that(areNeither("Repository", "Rows"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..", "io.vertx.mutiny.pgclient..")
            .because("a query is a named method of a repository; its rows are read beside it, in a class of that name");

    @ArchTest
    static final ArchRule onlyTheStartKnowsTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackages("io.leasehold.sandbox..", "io.leasehold.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.leasehold.sandbox..")
            .because("an emulator that the engine knows of could be switched on by mistake");

    @ArchTest
    static final ArchRule theSandboxKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("io.leasehold.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.leasehold..")
                    .and(DescribedPredicate.not(resideInAPackage("io.leasehold.sandbox.."))))
            .because("it stands for AWS, and AWS knows nothing of us");

    @ArchTest
    static final ArchRule nothingWaits = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.smallrye.mutiny.groups.UniAwait")
            .orShould()
            .callMethodWhere(target(nameMatching("sleep")).and(ownedBy("java.lang.Thread")))
            .orShould()
            .callMethodWhere(target(nameMatching("join|get"))
                    .and(ownedBy("java.util.concurrent.CompletableFuture"))
                    .and(DescribedPredicate.not(fromTheStart())))
            .because("an event loop that waits stops every request that shares it; only server waits, before the first"
                    + " request and after the last");

    @ArchTest
    static final ArchRule timeAndChanceAreInjected = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.leasehold.server.Sources")
            .and()
            .doNotHaveFullyQualifiedName("io.leasehold.sandbox.SandboxBeans")
            .should()
            .callMethodWhere(ambient("java.time.Instant", "now"))
            .orShould()
            .callMethodWhere(ambient("java.time.LocalDateTime", "now"))
            .orShould()
            .callMethodWhere(ambient("java.time.LocalDate", "now"))
            .orShould()
            .callMethodWhere(ambient("java.time.OffsetDateTime", "now"))
            .orShould()
            .callMethodWhere(ambient("java.time.ZonedDateTime", "now"))
            .orShould()
            .callMethodWhere(ambient("java.time.Clock", "system.*|tick.*"))
            .orShould()
            .callMethodWhere(ambient("java.lang.System", "currentTimeMillis|nanoTime"))
            .orShould()
            .callMethodWhere(ambient("java.util.UUID", "randomUUID"))
            .orShould()
            .callMethodWhere(ambient("java.lang.Math", "random"))
            .orShould()
            .callMethodWhere(ambient("java.util.concurrent.ThreadLocalRandom", "current"))
            .orShould()
            .callConstructor(java.util.Random.class)
            .because("what reads the clock or the dice itself cannot be tested; both are made in server.Sources, and in"
                    + " sandbox.SandboxBeans for a sandbox that runs on its own");

    @ArchTest
    static final ArchRule nothingPrints = noClasses()
            .that()
            .resideOutsideOfPackage("io.leasehold.server..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard output belongs to the command line");

    @ArchTest
    static final ArchRule fieldsAreNotInjected = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("a constructor shows what a class needs, and makes it possible to build one in a test");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Processor)")
            .because("a class with such a name holds a concept that nobody has named yet");

    @ArchTest
    static final ArchRule productionHasNoTestingTypes = noClasses()
            .should()
            .haveSimpleNameStartingWith("Testing")
            .orShould()
            .resideInAPackage("io.leasehold.testing..")
            .because("what exists for tests lives with the tests");

    @ArchTest
    static final ArchRule secretsHaveASecretType = fields().that(areRecordComponents())
            .and()
            .haveNameMatching("(?i)token|secret|.*(secretkey|secretaccesskey|sessiontoken|securitytoken|clienttoken"
                    + "|roottoken|unsealkey|privatekey|password)")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.leasehold.sandbox..")
            .should(holdNoPlainText())
            .because("a plain text prints itself: into a log line, an exception, a page");

    private static DescribedPredicate<JavaCall<?>> ambient(String owner, String method) {
        return target(nameMatching(method)).and(ownedBy(owner)).and(withoutClock());
    }

    private static DescribedPredicate<JavaCall<?>> ownedBy(String owner) {
        return DescribedPredicate.describe(
                "owned by " + owner, call -> call.getTargetOwner().getName().equals(owner));
    }

    private static DescribedPredicate<JavaCall<?>> withoutClock() {
        return DescribedPredicate.describe(
                "without a clock",
                call -> call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock")));
    }

    private static DescribedPredicate<JavaField> areRecordComponents() {
        return DescribedPredicate.describe(
                "are record components",
                field -> field.getOwner().isRecord() && !field.getModifiers().contains(JavaModifier.STATIC));
    }

    private static ArchCondition<JavaField> holdNoPlainText() {
        return new ArchCondition<>("hold no plain text") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean kept = field.getType().getAllInvolvedRawTypes().stream()
                        .noneMatch(type -> PLAIN.contains(type.getName()));
                String text =
                        field.getFullName() + " has type " + field.getType().getName();
                events.add(new SimpleConditionEvent(field, kept, text));
            }
        };
    }

    private static DescribedPredicate<JavaCall<?>> fromTheStart() {
        return DescribedPredicate.describe(
                "from the package server",
                call -> call.getOriginOwner().getPackageName().startsWith("io.leasehold.server"));
    }

    /** A nested class counts as the class around it. */
    private static DescribedPredicate<JavaClass> areNeither(String ending, String other) {
        return DescribedPredicate.describe("are neither a " + ending + " nor " + other, type -> {
            String name = type.getName().replaceAll("\\$.*", "");
            return !name.endsWith(ending) && !name.endsWith(other);
        });
    }
}
