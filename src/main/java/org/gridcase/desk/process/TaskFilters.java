package org.gridcase.desk.process;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the filters everybody works with into the Tasklist; what somebody has changed since is left alone. */
@Component
@Order(50)
class TaskFilters implements ApplicationRunner {
    private record View(String name, String meaning, UnaryOperator<TaskQuery> tasks) {}

    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final List<View> VIEWS = List.of(
            new View("我的待办", "归我办理的全部任务", query -> query.taskCandidateGroupInExpression(MY_GROUPS)
                    .includeAssignedTasks()),
            new View("待我认领", "还没有人认领的任务", query -> query.taskCandidateGroupInExpression(MY_GROUPS)),
            new View("已认领", "我和同事已经认领的任务", query -> query.taskCandidateGroupInExpression(MY_GROUPS)
                    .includeAssignedTasks()
                    .taskAssigned()));

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (int place = 0; place < VIEWS.size(); place++) {
            View view = VIEWS.get(place);
            if (filters.createTaskFilterQuery().filterName(view.name()).count() == 0) {
                save(view, place);
            }
        }
    }

    private void save(View view, int place) {
        var query = view.tasks()
                .apply(tasks.createTaskQuery())
                .orderByTaskCreateTime()
                .asc();
        var filter = filters.newTaskFilter(view.name()).setQuery(query);
        filter.setProperties(
                Map.of("description", view.meaning(), "priority", place + 1, "color", "#0b5fa5", "refresh", true));
        filters.saveFilter(filter);
    }
}
