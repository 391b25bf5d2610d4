package org.gridcase.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class WebAppLocalesTests {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)");

    private static JsonNode locale(String app, String language) throws IOException {
        String path = "META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
        String json = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        return new ObjectMapper().readTree(json.replace("\uFEFF", ""));
    }

    private static Set<String> keys(JsonNode node, String path) {
        Set<String> keys = new TreeSet<>();
        node.fields().forEachRemaining(entry -> {
            String key = path + "/" + entry.getKey();
            if (entry.getValue().isObject()) {
                keys.addAll(keys(entry.getValue(), key));
            } else {
                keys.add(key);
            }
        });
        return keys;
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit"})
    void a_web_app_says_in_chinese_all_that_it_says_in_english(String app) throws IOException {
        JsonNode english = locale(app, "en");
        JsonNode chinese = locale(app, "zh");
        assertThat(keys(chinese, "")).isEqualTo(keys(english, ""));
        english.get("labels").fields().forEachRemaining(label -> assertThat(
                        placeholders(chinese.get("labels").get(label.getKey()).asText()))
                .as(label.getKey())
                .isEqualTo(placeholders(label.getValue().asText())));
    }

    /** What a supervisor comes to; what only stands behind doors that are shut may stay in English. */
    private static final Pattern SEEN_BY_SUPERVISORS = Pattern.compile(
            "(COCKPIT|DASHBOARD|TASKS|PROCESS|DECISION_DEFINITION|DECISION_INSTANCE|PAGES|PAGINATION|PIE_CHART|QUICK_FILTER"
                    + "|CAM_WIDGET_(SEARCH|BPMN|DMN|HEADER|FOOTER)|REPOSITORY_(CONTROLLER|RESOURCES|SEARCH|DEPLOYMENT)"
                    + "|PLUGIN_(ACTIVITY|CALLED|DECISION|DIAGRAM|INCIDENTS|INPUT|OUTPUT|PROCESS|TASK|VIEW|JOBS_LABEL"
                    + "|USER_TASKS_LABEL|VARIABLE_INSTANCES_LABEL|JOB_DEFINITION_LABEL))_.*|PLUGIN_[A-Z_]+_LABEL");

    private static final Pattern NOT_OFFERED =
            Pattern.compile("REPOSITORY_DEPLOYMENTS_(DELETE|INFO)_.*|CAM_WIDGET_.*SELECTION.*");

    @Test
    void a_supervisor_reads_chinese_in_the_cockpit() throws IOException {
        var labels = locale("cockpit", "zh").get("labels").properties().stream()
                .filter(label -> SEEN_BY_SUPERVISORS.matcher(label.getKey()).matches())
                .filter(label -> !NOT_OFFERED.matcher(label.getKey()).matches())
                .filter(label -> !label.getValue().asText().matches("ID|[^\\p{L}]*"))
                .toList();
        assertThat(labels)
                .hasSizeGreaterThan(200)
                .allMatch(label -> label.getValue().asText().codePoints().anyMatch(Character::isIdeographic));
    }
}
