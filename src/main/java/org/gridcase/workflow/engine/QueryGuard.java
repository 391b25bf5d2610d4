package org.gridcase.workflow.engine;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.gridcase.workflow.QueryRefused;

/**
 * Closes CVE-2026-109432: the engine checks a query's expressions but not those of its OR parts, so that anybody
 * signed in could have it evaluate expressions. Refuses them in ad-hoc queries, in queries extending a filter, and
 * lets a filter be saved only with the two expressions a work list needs.
 */
class QueryGuard extends CommandInterceptor {
    private static final Set<String> HARMLESS = Set.of("${currentUser()}", "${currentUserGroups()}");
    private static final Field EXTENDING = Fields.of(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field SAVED = Fields.of(SaveFilterCmd.class, "filter");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) {
            refuseHidden(query);
        } else if (command instanceof AbstractExecuteFilterCmd filter) {
            if (Fields.read(EXTENDING, filter) instanceof TaskQueryImpl query) {
                refuseHidden(query);
            }
        } else if (command instanceof SaveFilterCmd save) {
            if (Fields.read(SAVED, save) instanceof Filter filter && filter.getQuery() instanceof TaskQueryImpl query) {
                refuseHarmful(query);
            }
        }
        return next.execute(command);
    }

    /** The engine's own validator has seen the query itself, never its parts. */
    private static void refuseHidden(TaskQueryImpl query) {
        if (parts(query).anyMatch(part -> !part.getExpressions().isEmpty())) {
            throw QueryRefused.expression();
        }
    }

    private static void refuseHarmful(TaskQueryImpl query) {
        boolean harmless = Stream.concat(Stream.of(query), parts(query))
                .flatMap(part -> part.getExpressions().values().stream())
                .allMatch(HARMLESS::contains);
        if (!harmless) {
            throw QueryRefused.expression();
        }
    }

    /** However deep. A query lists itself first among its parts, and each of its parts the same list. */
    private static Stream<TaskQueryImpl> parts(TaskQueryImpl query) {
        Set<TaskQueryImpl> found = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(query, found);
        found.remove(query);
        return found.stream();
    }

    private static void collect(TaskQueryImpl query, Set<TaskQueryImpl> found) {
        if (found.add(query)) {
            query.getQueries().forEach(part -> collect(part, found));
        }
    }
}
