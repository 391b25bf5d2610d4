package org.gridcase.identity.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class GrantsCommandTests {
    private static final Grant CHECKER = Grant.of("checker@410102");

    @Autowired
    Granting granting;

    @Autowired
    StaffList list;

    @Autowired
    MessageSource messages;

    @Autowired
    ApplicationContext context;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void twoPeople() {
        List<StaffMember> two = List.of(new StaffMember("probe-1", "甲"), new StaffMember("probe-2", "乙"));
        staff.enrol(two);
        two.forEach(one -> staff.grant(one.id(), Set.of()));
    }

    private int run(String... words) throws IOException {
        return new GrantsCommand(granting, list, messages, context)
                .run(new DefaultApplicationArguments(words), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_grant_is_given_listed_and_taken_and_on_record() throws IOException {
        assertThat(run("give", "probe-1", "checker@410102", "--reason=新任")).isZero();
        assertThat(run("list", "probe-1")).isZero();
        assertThat(printed()).contains("1 done").contains("checker@410102 ");
        assertThat(staff.grantsOf("probe-1")).containsExactly(CHECKER);
        assertThat(run("take", "probe-1", "checker@410102", "--reason=调离")).isZero();
        assertThat(staff.grantsOf("probe-1")).isEmpty();
        assertThat(jdbc.sql("select actor || ' ' || action || ' ' || reason from audit_entry where subject = 'probe-1'")
                        .query(String.class)
                        .list())
                .contains("command grant.give 新任", "command grant.take 调离");
    }

    @Test
    void a_dry_run_changes_nothing() throws IOException {
        assertThat(run("give", "probe-1", "checker@410102", "--reason=新任", "--dry-run"))
                .isZero();
        assertThat(staff.grantsOf("probe-1")).isEmpty();
    }

    @Test
    void of_a_file_with_a_wrong_line_nothing_is_done_and_each_is_named() throws IOException {
        assertThat(file(
                        "give,probe-1,checker@410102",
                        "give,probe-2,chief@410102",
                        "give,probe-2,checker@999999",
                        "give,nobody-there,checker@410102",
                        "grant probe-1"))
                .isEqualTo(1);
        assertThat(printed())
                .contains(
                        "LINE 2 ",
                        "chief",
                        "LINE 3 ",
                        "999999",
                        "LINE 4 ",
                        "nobody-there",
                        "LINE 5 ",
                        "5 lines, 4 wrong")
                .doesNotContain("LINE 1 ");
        assertThat(staff.grantsOf("probe-1")).isEmpty();
    }

    @Test
    void a_file_may_be_run_again() throws IOException {
        assertThat(file("# 中原区", "give,probe-1,checker@410102", "", "give,probe-2,checker@410102"))
                .isZero();
        assertThat(file("give,probe-1,checker@410102", "take,probe-2,checker@410102"))
                .isZero();
        assertThat(printed()).contains("2 lines, 2 done, 0 so already", "2 lines, 1 done, 1 so already");
        assertThat(staff.grantsOf("probe-1")).containsExactly(CHECKER);
        assertThat(staff.grantsOf("probe-2")).isEmpty();
    }

    private int file(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("grants.csv"), "\uFEFF" + String.join("\r\n", lines));
        return run("file", file.toString(), "--reason=全市授权");
    }

    @Test
    void what_is_not_understood_or_has_no_reason_is_told() throws IOException {
        assertThat(run("grant")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("give", "probe-1", "checker@410102")).isEqualTo(1);
        assertThat(printed()).contains("grants give <account>");
    }
}
