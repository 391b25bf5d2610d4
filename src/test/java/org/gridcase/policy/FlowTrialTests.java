package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridcase.policy.guard.Finding;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes to the shipped flow that look well, and in which cases would stick. */
@CityTest
class FlowTrialTests {
    @Autowired
    FlowTrial trial;

    @Autowired
    Drafts drafts;

    private static String shipped() throws IOException {
        return Files.readString(Path.of(FlowTrial.PATH));
    }

    private static String changed(String from, String to) throws IOException {
        assertThat(shipped()).contains(from);
        return shipped().replace(from, to);
    }

    private List<Finding> findings(String model) {
        byte[] content = model.getBytes(StandardCharsets.UTF_8);
        return trial.findings(Map.of(FlowTrial.PATH, Artifact.of(FlowTrial.PATH, content)));
    }

    @Test
    void in_the_shipped_flow_every_case_comes_to_an_end() throws IOException {
        assertThat(findings(shipped())).isEmpty();
        assertThat(findings(changed(
                        "sourceRef=\"fileCase\" targetRef=\"isFiled\"", "sourceRef=\"fileCase\" targetRef=\"isReal\"")))
                .as("a gateway that knows other answers")
                .extracting(Finding::place, Finding::key)
                .contains(tuple("isReal", "policy.flow.noWay"));
    }

    @ParameterizedTest
    @CsvSource({
        // minor cases are filed, though they have been taken on the spot
        "isMinor, handleOnSpot, toFiling, proposeFiling, policy.flow.stuck",
        // nobody checks what was handled
        "isHandled, checkOnSite, toClose, closeCase, policy.flow.stuck",
        // nobody dispatches it
        "route, dispatchCase, handleCase, handleCase, policy.flow.stuck",
        // what passed is over, but not closed
        "isGone, toClose, ended, ended, policy.flow.unfinished",
        // what failed is dispatched anew, though it is still the unit's
        "isGone, handleCase, dispatchCase, dispatchCase, policy.flow.stuck"
    })
    void a_way_that_leads_elsewhere_is_found_where_cases_would_stick(
            String from, String to, String elsewhere, String place, String key) throws IOException {
        String way = "sourceRef=\"%s\" targetRef=\"%s\"";
        assertThat(findings(changed(way.formatted(from, to), way.formatted(from, elsewhere))))
                .extracting(Finding::place, Finding::key)
                .contains(tuple(place, key));
    }

    @Test
    void a_draft_in_which_cases_would_stick_does_not_pass_its_check() throws IOException {
        UUID draft = drafts.open("小微也立案", "analyst");
        drafts.put(
                draft,
                FlowTrial.PATH,
                changed(
                                "sourceRef=\"isMinor\" targetRef=\"handleOnSpot\"",
                                "sourceRef=\"isMinor\" targetRef=\"toFiling\"")
                        .getBytes(StandardCharsets.UTF_8),
                "analyst");
        assertThat(drafts.check(draft, "analyst"))
                .containsExactly(Finding.of(FlowTrial.PATH, "proposeFiling", "policy.flow.stuck", "小微判定", "匹配立案标准"));
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.DRAFT);
        drafts.withdraw(draft, "analyst", "试过了");
    }
}
