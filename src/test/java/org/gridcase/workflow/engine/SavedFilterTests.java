package org.gridcase.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.gridcase.testing.CityTest;
import org.gridcase.workflow.QueryRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A filter is saved without expressions whoever saves it, the program itself included. */
@CityTest
class SavedFilterTests {
    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Test
    void neitherANewFilterNorAChangedOneTakesAnExpression() {
        Filter kept =
                filters.newTaskFilter("没有表达式").setQuery(tasks.createTaskQuery().taskUnassigned());
        filters.saveFilter(kept);
        long before = filters.createFilterQuery().count();
        for (TaskQuery harmful : harmful()) {
            assertThatThrownBy(() ->
                            filters.saveFilter(filters.newTaskFilter("带表达式").setQuery(harmful)))
                    .isInstanceOf(QueryRefused.class);
            Filter changed = filters.getFilter(kept.getId()).setQuery(harmful);
            assertThatThrownBy(() -> filters.saveFilter(changed)).isInstanceOf(QueryRefused.class);
        }
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
        filters.deleteFilter(kept.getId());
    }

    @Test
    void aFilterOfOnesOwnTasksIsSaved() {
        Filter mine = filters.newTaskFilter("我的")
                .setQuery(tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${currentUser()}")
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .endOr());
        filters.saveFilter(mine);
        assertThat(filters.getFilter(mine.getId())).isNotNull();
        filters.deleteFilter(mine.getId());
    }

    @Test
    void norIsAFilterExtendedByOne() {
        Filter mine =
                filters.newTaskFilter("被扩展的").setQuery(tasks.createTaskQuery().taskUnassigned());
        filters.saveFilter(mine);
        TaskQuery hidden = tasks.createTaskQuery()
                .or()
                .taskNameLike("%")
                .dueAfterExpression("${now()}")
                .endOr();
        assertThatThrownBy(() -> filters.list(mine.getId(), hidden)).isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> filters.count(mine.getId(), hidden)).isInstanceOf(QueryRefused.class);
        filters.deleteFilter(mine.getId());
    }

    private List<TaskQuery> harmful() {
        return List.of(
                tasks.createTaskQuery().dueAfterExpression("${now()}"),
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser() }"),
                tasks.createTaskQuery().taskCandidateUserExpression("#{''.getClass()}"),
                tasks.createTaskQuery()
                        .or()
                        .taskUnassigned()
                        .taskOwnerExpression("${1}")
                        .endOr());
    }
}
