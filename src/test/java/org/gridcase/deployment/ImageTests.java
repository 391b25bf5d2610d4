package org.gridcase.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Dockerfile builds what the compose file runs. */
class ImageTests {
    private final String file = Repository.text("Dockerfile").replace("\\\n", " ");

    @Test
    void itsBasesArePinnedAndRunOurJava() {
        List<MatchResult> bases =
                Pattern.compile("(?m)^FROM (\\S+)").matcher(file).results().toList();
        assertThat(bases).hasSize(3).allMatch(base -> base.group(1).matches("[a-z-]+:\\d+\\.\\d+\\.\\d+[a-z0-9_.-]*"));
        String java = find(Repository.text("pom.xml"), "<java.version>(\\d+)</java.version>");
        assertThat(file).contains("FROM eclipse-temurin:" + java + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "proxy"})
    void whatRunsIsNobodyInParticularAndTellsItsHealth(String stage) {
        String steps = find(file, "(?s)AS " + stage + "\\n(.*?)(?:\\nFROM|$)");
        String user = find(steps, "(?m)^USER (\\S+)$");
        assertThat(user).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(ComposeFile.read().service(stage).word("user")).isEqualTo(user);
        assertThat(ComposeFile.read().service(stage).map("build").get("target")).isEqualTo(stage);
        assertThat(steps).contains("HEALTHCHECK");
    }

    @Test
    void itTakesTheJarThatThisBuildMakesAndNothingElse() {
        String pom = Repository.text("pom.xml");
        String jar = "target/" + find(pom, "</parent>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)<") + "-*.jar";
        assertThat(file).contains("COPY " + jar + " gridcase.jar");
        assertThat(Repository.text(".dockerignore").lines()).containsExactly("*", "!" + jar);
    }

    @Test
    void itAsksForHealthWhereTheApplicationAnswers() {
        String health = "http://127.0.0.1:8080/actuator/health/readiness";
        assertThat(file).contains(health);
        assertThat(ComposeFile.read().service("application").word("healthcheck"))
                .contains(health);
    }

    private static String find(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
