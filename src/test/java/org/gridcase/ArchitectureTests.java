package org.gridcase;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import org.gridcase.bad.Bad;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** The rules of the house, each with a class in {@code org.gridcase.bad} that it must catch. */
class ArchitectureTests {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gridcase");
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("org.gridcase.bad");

    enum Rule {
        THE_ENGINE_STAYS_BEHIND_ITS_SEAM(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..workflow..", "..process..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.camunda.."),
                Bad.TalksToTheEngine.class),
        NOTHING_IS_INJECTED_INTO_FIELDS(
                noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true), Bad.InjectsFields.class),
        NAMES_SAY_WHAT_A_THING_IS(
                noClasses()
                        .that()
                        // what Open311 itself calls a service
                        .resideOutsideOfPackage("..open311..")
                        .should()
                        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service|ServiceI)"),
                Bad.CaseManager.class),
        NOBODY_SLEEPS(noClasses().should().callMethod(Thread.class, "sleep", long.class), Bad.Sleeps.class),
        CONTROLLERS_LIVE_AT_THE_WEB(
                classes()
                        .that()
                        .areAnnotatedWith(Controller.class)
                        .or()
                        .areMetaAnnotatedWith(Controller.class)
                        .should()
                        .resideInAnyPackage("..web..", "..open311..", "..form..", "..my.."),
                Bad.Page.class),
        IDS_ARE_RECORDS(classes().that().haveNameMatching(".*[a-z]Id").should().beRecords(), Bad.ThingId.class),
        /** Keycloak's address is the administrator's; every other comes from somebody, and may lead anywhere. */
        ONE_PLACE_CALLS_OUTSIDE(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..outward..", "..keycloak..", "..identity.roster..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        "java.net.http..",
                                        "org.apache.hc..",
                                        "org.apache.http..",
                                        "org.eclipse.jetty.client..",
                                        "org.springframework.web.client..",
                                        "org.springframework.http.client..")
                                .or(assignableTo(URLConnection.class))
                                .or(assignableTo(Socket.class)))
                        .orShould()
                        .callMethod(URL.class, "openStream")
                        .orShould()
                        .callMethod(URL.class, "getContent"),
                Bad.CallsOutside.class),
        STATE_IS_NOT_STATIC(
                fields().that()
                        .areStatic()
                        .and()
                        .areNotFinal()
                        .should()
                        .bePrivate()
                        .allowEmptyShould(true),
                Bad.SharesState.class);

        private final ArchRule rule;
        private final Class<?> bad;

        Rule(ArchRule rule, Class<?> bad) {
            this.rule = rule;
            this.bad = bad;
        }
    }

    @ParameterizedTest
    @EnumSource
    void weKeep(Rule rule) {
        rule.rule.check(MAIN);
    }

    @ParameterizedTest
    @EnumSource
    void theRuleBites(Rule rule) {
        JavaClasses only = BAD.that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("the bad one") {
            @Override
            public boolean test(JavaClass it) {
                return it.isEquivalentTo(rule.bad);
            }
        });
        assertThat(rule.rule.evaluate(only).hasViolation()).isTrue();
    }

    @Test
    void nobodySleepsInTestsEither() {
        var tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .withImportOption(location -> !location.contains("/bad/"))
                .importPackages("org.gridcase");
        Rule.NOBODY_SLEEPS.rule.check(tests);
    }

    /** Some parts are there only with Keycloak or without it: two of one name would be found by whoever starts last. */
    @Test
    void noTwoPartsHaveOneName() {
        assertThat(sharedNames(MAIN)).isEmpty();
    }

    @Test
    void aSharedNameIsSeen() {
        assertThat(sharedNames(BAD)).containsExactly("Twin");
    }

    private static Set<String> sharedNames(JavaClasses classes) {
        var names = classes.stream()
                .filter(type -> type.isAnnotatedWith(Component.class) || type.isMetaAnnotatedWith(Component.class))
                .filter(type -> !type.isAnnotation())
                .map(JavaClass::getSimpleName)
                .toList();
        return names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(unmarked(MAIN)).isEmpty();
    }

    @Test
    void anUnmarkedPackageIsSeen() {
        assertThat(unmarked(BAD)).containsExactly("org.gridcase.bad");
    }

    private static Set<String> unmarked(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .flatMap(ArchitectureTests::unlessMarked)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Stream<String> unlessMarked(JavaPackage it) {
        boolean marked = it.tryGetAnnotationOfType(NullMarked.class).isPresent();
        return marked ? Stream.of() : Stream.of(it.getName());
    }
}
