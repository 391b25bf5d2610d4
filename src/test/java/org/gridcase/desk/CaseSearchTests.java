package org.gridcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseOrder;
import org.gridcase.casework.CasePage;
import org.gridcase.casework.CaseQuery;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.CaseSummary;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Sights;
import org.gridcase.casework.Stage;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class CaseSearchTests {
    @Autowired
    CaseSearch search;

    @Autowired
    Sights sights;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Flow flow;

    @Test
    void twoChineseCharactersFindTheCase() {
        CaseId id = flow.report("梧桐巷口的窨井盖翘起来了", "C01002").caseId();

        assertThat(found("窨井")).contains(id);
        assertThat(found("梧桐 井盖")).contains(id);
        assertThat(found("窨井 桂花")).doesNotContain(id);
    }

    @Test
    void oneChineseCharacterAndAnyPartOfAWordFindTheCase() {
        CaseId id = flow.report("龘字牌匾掉了，旁边是 Zephyrstraße 3号楼 😀", "C01002").caseId();

        assertThat(found("龘")).containsExactly(id);
        assertThat(found("phyrst")).containsExactly(id);
        assertThat(found("ＺＥＰＨ 牌匾")).containsExactly(id);
        assertThat(found("3号楼")).contains(id);
        assertThat(found("zephyrs3")).isEmpty();
        assertThat(found("匾牌")).isEmpty();
        assertThat(found("😀")).contains(id);
        assertThat(found("%")).isEmpty();
    }

    @Test
    void aLeaderOfOneStreetOrCommunitySeesNoOthers() {
        var here = flow.report("街道长看得见的窨井盖", "C01002");
        String street = origin("street", here.caseId());
        String community = origin("community", here.caseId());
        enrol("street-leader", street);
        enrol("community-leader", community);
        enrol("other-leader", anotherStreet(street));

        assertThat(seen("street-leader")).contains(here.caseId());
        assertThat(seen("community-leader")).contains(here.caseId());
        assertThat(seen("other-leader")).doesNotContain(here.caseId());
        assertThat(sights.of("street-leader").sees(facts(here.caseId()))).isTrue();
        assertThat(sights.of("other-leader").sees(facts(here.caseId()))).isFalse();
    }

    private void enrol(String account, String scope) {
        staff.enrol(List.of(new StaffMember(account, account)));
        staff.grant(account, Set.of(new Grant(Role.GRID_LEADER, scope)));
    }

    private List<CaseId> seen(String account) {
        return search.find(CaseQuery.all(), sights.of(account)).cases().stream()
                .map(CaseSummary::id)
                .toList();
    }

    private CaseFacts facts(CaseId id) {
        return search.facts(id, Sight.EVERYTHING);
    }

    private String origin(String column, CaseId id) {
        return jdbc.sql("select " + column + " from case_origin where case_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private String anotherStreet(String street) {
        return jdbc.sql("select code from area where level = 'STREET' and district = ? and code <> ? limit 1")
                .param(street.substring(0, 6))
                .param(street)
                .query(String.class)
                .single();
    }

    @Test
    void aSingleCharacterIsLookedForAmongTheLastReportsOnly() {
        rolledBack(() -> {
            fill(CaseQuery.RECENT + 10);
            assertThat(found("爨")).isEmpty();
            assertThat(found("爨体")).hasSize(1);
        });
    }

    @Test
    void amongManyCasesAnIndexAnswers() {
        rolledBack(() -> {
            fill(CaseQuery.RECENT + 10);
            jdbc.sql("analyze case_origin").update();
            jdbc.sql("analyze city_case").update();
            assertThat(plan("爨体", Sight.EVERYTHING))
                    .contains("case_origin_words")
                    .doesNotContain("Seq Scan on case_origin");
            assertThat(plan("ezzanin", Sight.EVERYTHING))
                    .contains("case_origin_words")
                    .doesNotContain("Seq Scan on case_origin");
            assertThat(plan("爨", Sight.EVERYTHING)).contains("case_origin_reported");
            var grids = new Sight(false, Set.of(), Set.of("410102001001077"), Set.of());
            assertThat(plan(null, grids)).contains("case_origin_grid").doesNotContain("Seq Scan");
            var units = new Sight(false, Set.of(), Set.of(), Set.of("u77"));
            assertThat(plan(null, units)).contains("city_case_unit").doesNotContain("Seq Scan");
        });
    }

    /** Many cases of one kind, and one, the oldest, that is unlike them. */
    private void fill(int most) {
        jdbc.sql("""
                insert into case_origin (case_id, number, channel, description, longitude, latitude, district, street,
                  community, grid, reported_at, tracking_hash, words)
                select gen_random_uuid(), 'T' || n, 'resident',
                  case when n = 1 then '爨体石碑 Mezzanine' else '路面有坑，第 ' || n || ' 件' end, 113, 34, '410102', 's', 'c',
                  '410102001001' || lpad((n % 1000)::text, 3, '0'), now() + n * interval '1 second', decode(lpad(to_hex(n), 32, '0'), 'hex'),
                  case when n = 1 then array['爨体', '体石', '石碑', 'me', 'ez', 'zz', 'za', 'an', 'ni', 'in', 'ne']
                    else array['路面', '面有', '有坑'] end
                from generate_series(1, ?) n""").param(most).update();
        jdbc.sql("""
                insert into city_case (id, stage, district, unit, returns, reworks, reopened, release, moved_at, version)
                select case_id, 'HANDLING', district, 'u' || substr(number, 2)::int % 1000, 0, 0, 0, 1, reported_at, 0
                from case_origin where number like 'T%'""").update();
    }

    private String plan(@Nullable String text, Sight sight) {
        return String.join(
                "\n",
                search.plan(text == null ? CaseQuery.all() : CaseQuery.all().holding(text), sight));
    }

    private void rolledBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    @Test
    void aNumberFindsItsCaseAlone() {
        CaseId id = flow.report("路灯不亮", "C01002").caseId();

        assertThat(found(flow.facts(id).number().toLowerCase())).containsExactly(id);
    }

    @Test
    void classGroupStageAndPlaceNarrowTheList() {
        CaseId id = CaseWalks.filed(flow, "琥珀街塌了一块");
        var location = flow.facts(id).location();
        CaseQuery words = CaseQuery.all().holding("琥珀");

        for (String place : List.of(location.district(), location.street(), location.community(), location.grid())) {
            assertThat(ids(search.find(at(words, place, "L01"), Sight.EVERYTHING)))
                    .containsExactly(id);
        }
        assertThat(ids(search.find(at(words, "410100", CaseWalks.COLLAPSE), Sight.EVERYTHING)))
                .containsExactly(id);
        assertThat(ids(search.find(at(words, "999999", "L01"), Sight.EVERYTHING)))
                .isEmpty();
        assertThat(ids(search.find(words.in(Stage.DISPATCHING), Sight.EVERYTHING)))
                .containsExactly(id);
        assertThat(ids(search.find(words.in(Stage.HANDLING), Sight.EVERYTHING))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeatWhileCasesAreAdded() {
        for (CaseOrder order : CaseOrder.values()) {
            List<CaseId> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(flow.report("翻页试验第几件" + order, "C01002").caseId());
            }
            CaseQuery query = CaseQuery.all().holding("翻页试验" + order).by(order);
            CasePage first = search.find(query.page(null, 2), Sight.EVERYTHING);
            flow.report("翻页试验后来的", "C01002");
            CasePage second = search.find(query.page(first.next(), 2), Sight.EVERYTHING);
            CasePage third = search.find(query.page(second.next(), 2), Sight.EVERYTHING);

            List<CaseId> seen = new ArrayList<>(ids(first));
            seen.addAll(ids(second));
            seen.addAll(ids(third));
            assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
            assertThat(third.next()).isNull();
        }
    }

    @Test
    void everyRoleSeesItsOwnAndNobodySeesTheOtherDistrict() {
        CaseId id = CaseWalks.dispatched(flow, "只给该看的人看");

        for (String sees : List.of(
                "worker",
                "leader",
                "filing",
                "dispatch",
                "handler",
                "checker",
                "supervisor",
                "analyst",
                "approver",
                "admin")) {
            assertThat(sights.of(sees).sees(flow.facts(id))).as(sees).isTrue();
            assertThat(ids(search.find(CaseQuery.all().holding("该看的人"), sights.of(sees))))
                    .as(sees)
                    .contains(id);
        }
        for (String blind : List.of(
                "worker2", "leader2", "filing2", "dispatch2", "handler2", "checker2", "supervisor2", "nobody")) {
            assertThat(sights.of(blind).sees(flow.facts(id))).as(blind).isFalse();
            assertThat(ids(search.find(CaseQuery.all().holding("该看的人"), sights.of(blind))))
                    .as(blind)
                    .isEmpty();
        }
    }

    @Test
    void aHandlerSeesNoCaseBeforeItIsTheirUnits() {
        CaseId id = CaseWalks.filed(flow, "还没派出去的");

        assertThat(sights.of("handler").sees(flow.facts(id))).isFalse();
        assertThat(sights.of("dispatch").sees(flow.facts(id))).isTrue();
    }

    private List<CaseId> found(String words) {
        return ids(search.find(CaseQuery.all().holding(words), Sight.EVERYTHING));
    }

    private static List<CaseId> ids(CasePage page) {
        return page.cases().stream().map(CaseSummary::id).toList();
    }

    private static CaseQuery at(CaseQuery it, String place, String serviceClass) {
        return new CaseQuery(
                it.text(), place, serviceClass, it.stages(), null, null, null, it.order(), null, it.most());
    }
}
