package org.gridcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gridcase.casework.CaseOrder;
import org.gridcase.casework.CasePage;
import org.gridcase.casework.CaseQuery;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.CaseSummary;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class CaseSearchTests {
    @Autowired
    CaseSearch search;

    @Autowired
    Sights sights;

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
