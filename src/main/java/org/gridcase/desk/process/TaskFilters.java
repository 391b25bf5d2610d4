package org.gridcase.desk.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.gridcase.workflow.Urgency;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the filters everybody works with into the Tasklist; what somebody has changed since is left alone. */
@Component
@Order(50)
class TaskFilters implements ApplicationRunner {
    /** @param key of its name among the messages; kept in Chinese, shown in the reader's language */
    private record View(String key, UnaryOperator<TaskQuery> tasks) {}

    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String ME = "${currentUser()}";
    private static final List<View> VIEWS = List.of(
            new View("desk.filter.all", query -> query.taskCandidateGroupInExpression(MY_GROUPS)
                    .includeAssignedTasks()),
            new View("desk.filter.unclaimed", query -> query.taskCandidateGroupInExpression(MY_GROUPS)),
            new View("desk.filter.mine", query -> query.taskCandidateGroupInExpression(MY_GROUPS)
                    .includeAssignedTasks()
                    .taskAssigneeExpression(ME)),
            new View("desk.filter.near", query -> query.taskCandidateGroupInExpression(MY_GROUPS)
                    .includeAssignedTasks()
                    .taskMinPriority(Urgency.NEAR)
                    .taskMaxPriority(Urgency.OVER - 1)
                    .orderByDueDate()
                    .asc()),
            new View("desk.filter.over", query -> query.taskCandidateGroupInExpression(MY_GROUPS)
                    .includeAssignedTasks()
                    .taskMinPriority(Urgency.OVER)
                    .orderByDueDate()
                    .asc()));

    /** It showed what colleagues had claimed as well. */
    private static final String WITHDRAWN = "已认领";

    private final FilterService filters;
    private final TaskService tasks;
    private final MessageSource messages;

    TaskFilters(FilterService filters, TaskService tasks, MessageSource messages) {
        this.filters = filters;
        this.tasks = tasks;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        filters.createTaskFilterQuery().filterName(WITHDRAWN).list().forEach(old -> filters.deleteFilter(old.getId()));
        for (int place = 0; place < VIEWS.size(); place++) {
            View view = VIEWS.get(place);
            String name = inChinese(view.key());
            if (filters.createTaskFilterQuery().filterName(name).count() == 0) {
                save(view, name, place);
            }
        }
    }

    private void save(View view, String name, int place) {
        var query = view.tasks()
                .apply(tasks.createTaskQuery())
                .orderByTaskCreateTime()
                .asc();
        var filter = filters.newTaskFilter(name).setQuery(query);
        filter.setProperties(Map.of(
                "description",
                inChinese(view.key() + ".words"),
                "priority",
                place + 1,
                "color",
                "#0b5fa5",
                "refresh",
                true));
        filters.saveFilter(filter);
    }

    private String inChinese(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
