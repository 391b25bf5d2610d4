package org.gridcase.desk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.policy.Drafts;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft that somebody has claimed in the Tasklist is about no case. */
@CityTest
class ClaimedDraftsTests {
    private static final String EXAMPLES = "rules/routing/cases.csv";

    @Autowired
    Drafts drafts;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    Staff staff;

    @Autowired
    Claims claims;

    @Autowired
    HandOvers handOvers;

    @Test
    void whoeverLeavesGivesItBackToTheApprovers() {
        String leaver = "leaver-" + UUID.randomUUID();
        staff.enrol(Set.of(new StaffMember(leaver, "离职")));
        staff.grant(leaver, Set.of(Grant.of("approver@410100")));
        UUID draft = drafts.open("有人认领", "analyst");
        String examples = new String(drafts.file(draft, EXAMPLES), StandardCharsets.UTF_8);
        drafts.put(draft, EXAMPLES, examples.replace("路面塌陷", "路面塌陷了").getBytes(StandardCharsets.UTF_8), "analyst");
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        String task =
                inbox.find(actors.of(leaver), new CaseId(draft)).orElseThrow().id();
        inbox.claim(actors.of(leaver), task);
        assertThat(claims.of(leaver)).as("no case's").isEmpty();

        handOvers.ofLeaver(leaver);

        assertThat(inbox.find(actors.of("approver"), task).orElseThrow().assignee())
                .isNull();
        drafts.withdraw(draft, "analyst", "试完");
    }
}
