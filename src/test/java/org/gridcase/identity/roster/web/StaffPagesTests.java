package org.gridcase.identity.roster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpCityTest
class StaffPagesTests {
    private static final Grant CHECKER = Grant.of("checker@410102");

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aDistrictsAdministratorAndTwoPeople() {
        staff.enrol(List.of(
                new StaffMember("admin-zy", "中原管理员"),
                new StaffMember("probe-zy", "甲探"),
                new StaffMember("probe-eq", "乙探")));
        staff.grant("admin-zy", Set.of(Grant.of("administrator@410102")));
        staff.grant("probe-zy", Set.of());
        staff.grant("probe-eq", Set.of(Grant.of("checker@410103")));
        jdbc.sql("""
                insert into demo_account (staff, password) select 'admin-zy', password from demo_account
                where staff = 'admin' on conflict do nothing""").update();
    }

    /** Others count who there is. */
    @AfterEach
    void nobodyMore() {
        jdbc.sql("delete from staff where id in ('admin-zy', 'probe-zy', 'probe-eq')")
                .update();
    }

    private Http.Answer order(String by, String door, String account, String grant, String reason) {
        return http.as(by)
                .postJson("/api/admin/grants/" + door, Map.of("account", account, "grant", grant, "reason", reason));
    }

    private String refusal(String by, String account, String grant, String reason) {
        var answer = order(by, "give", account, grant, reason);
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        return answer.json().path("code").asText();
    }

    @Test
    void a_grant_is_given_and_taken_with_a_reason() {
        assertThat(order("admin", "give", "probe-zy", "checker@410102", "新任").status())
                .isEqualTo(204);
        assertThat(staff.grantsOf("probe-zy")).containsExactly(CHECKER);
        assertThat(http.as("admin").get("/api/admin/grants?account=probe-zy").body())
                .contains("\"role\":\"checker\"", "\"scope\":\"410102\"");
        assertThat(order("admin", "take", "probe-zy", "checker@410102", "调离").status())
                .isEqualTo(204);
        assertThat(staff.grantsOf("probe-zy")).isEmpty();
    }

    @Test
    void nonsense_is_refused_by_name() {
        assertThat(refusal("admin", "probe-zy", "chief@410102", "试")).isEqualTo("identity.grant.unknownRole");
        assertThat(refusal("admin", "probe-zy", "checker@999999", "试")).isEqualTo("identity.grant.unknownScope");
        assertThat(refusal("admin", "probe-zy", "checker", "试")).isEqualTo("identity.grant.unknownScope");
        assertThat(refusal("admin", "nobody-there", "checker@410102", "试")).isEqualTo("identity.grant.unknownAccount");
        assertThat(refusal("admin", "probe-zy", "checker@410102", " ")).isEqualTo("identity.grant.withoutReason");
        assertThat(refusal("admin", "probe-eq", "checker@410103", "试")).isEqualTo("identity.grant.held");
        assertThat(refusal("admin", "admin", "checker@410102", "试")).isEqualTo("identity.grant.own");
        assertThat(staff.grantsOf("probe-zy")).isEmpty();
    }

    @Test
    void a_districts_administrator_sees_and_grants_within_it() {
        assertThat(order("admin-zy", "give", "probe-zy", "checker@410102", "新任").status())
                .isEqualTo(204);
        assertThat(refusal("admin-zy", "probe-zy", "checker@410103", "试")).isEqualTo("identity.grant.outside");
        assertThat(refusal("admin-zy", "probe-zy", "administrator@410100", "试")).isEqualTo("identity.grant.outside");
        assertThat(refusal("admin-zy", "probe-eq", "checker@410102", "试")).isEqualTo("identity.grant.unknownAccount");
        assertThat(http.as("admin-zy").get("/api/admin/grants?account=probe-eq").status())
                .isEqualTo(404);

        var page = webApps.staff("admin-zy");
        assertThat(page.get("/admin/staff?words=%E6%8E%A2").body())
                .contains("probe-zy")
                .doesNotContain("probe-eq");
        assertThat(page.get("/admin/staff/person?account=probe-eq").status()).isEqualTo(404);
        assertThat(page.get("/admin/staff/scopes?scope=41010").body())
                .contains("410102")
                .doesNotContain("410103");
    }

    @Test
    void on_the_page_a_refusal_stands_beside_what_was_typed() {
        var page = webApps.staff("admin");
        var refused = page.postForm(
                "/admin/staff/give",
                Map.of("account", "probe-zy", "role", "checker", "scope", "999999", "reason", "新来的核查员"));
        assertThat(refused.body()).contains("999999", "新来的核查员", "gc-note-bad");
        var given = page.postForm(
                "/admin/staff/give",
                Map.of("account", "probe-zy", "role", "checker", "scope", "410102", "reason", "新来的核查员"));
        assertThat(given.response().headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("account=probe-zy", "done=given"));
        assertThat(staff.grantsOf("probe-zy")).containsExactly(CHECKER);
    }

    @Test
    void people_are_found_by_name_and_account_and_a_sign_means_itself() {
        var page = webApps.staff("admin");
        assertThat(page.get("/admin/staff?words=%E4%B9%99%E6%8E%A2").body())
                .contains("probe-eq")
                .doesNotContain("probe-zy");
        assertThat(page.get("/admin/staff?words=probe_zy").body()).doesNotContain("probe-zy</a>");
        assertThat(page.get("/admin/staff?words=nobody-there").body()).contains("没有找到人员");
    }
}
