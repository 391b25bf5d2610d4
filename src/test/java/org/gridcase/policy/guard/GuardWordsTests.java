package org.gridcase.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.gridcase.testing.CityTest;
import org.gridcase.workflow.TaskCompletion;
import org.gridcase.workflow.Variable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What models may name is reviewed line by line: nothing stands there that the program lacks, and nothing new unseen. */
@CityTest
class GuardWordsTests {
    /** Of processes that ship with the program. */
    private static final Set<String> CLOSED_STEPS = Set.of("takeReport");

    private static final Set<String> CLOSED_TASKS = Set.of("approveDraft", "publishDraft");

    @Autowired
    ListableBeanFactory beans;

    @Test
    void everyAutomaticStepIsOpenToModelsOrClosedToThemKnowingly() throws IOException {
        var known = new TreeSet<>(words("steps"));
        known.addAll(CLOSED_STEPS);
        assertThat(Set.of(beans.getBeanNamesForType(JavaDelegate.class))).isEqualTo(known);
    }

    @Test
    void everyHumanTaskWithAFacadeIsOpenToModelsOrClosedToThemKnowingly() throws IOException {
        Set<String> answered = beans.getBeansOfType(TaskCompletion.class).values().stream()
                .flatMap(completion -> completion.tasks().stream())
                .collect(Collectors.toSet());
        var known = new TreeSet<>(words("tasks"));
        known.addAll(CLOSED_TASKS);
        assertThat(known).isEqualTo(answered);
    }

    @Test
    void everyVariableOfAContractMayBeAskedFor() throws Exception {
        var declared = new TreeSet<String>();
        var main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.gridcase");
        for (JavaClass type : main) {
            for (var field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Variable.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    Field found = Class.forName(type.getName()).getDeclaredField(field.getName());
                    found.setAccessible(true);
                    declared.add(((Variable<?>) found.get(null)).name());
                }
            }
        }
        assertThat(words("variables")).isEqualTo(declared);
    }

    @Test
    void everyShippedDecisionTableIsOneThatTheProgramAsks() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".dmn"))
                            .map(name -> name.substring(0, name.length() - ".dmn".length()))
                            .collect(Collectors.toSet()))
                    .isEqualTo(words("decisions"));
        }
    }

    private static Set<String> words(String list) throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/guard", list + ".txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
