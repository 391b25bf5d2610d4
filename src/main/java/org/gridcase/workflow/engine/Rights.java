package org.gridcase.workflow.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's authorizations, asked no more often than need be: a person's groups are taken as they stand, for the
 * engine would first read every group that any open task names; whoever was found among a task's holders is not looked
 * up again; and a task that is only being made has no authorization to look for.
 */
class Rights extends AuthorizationManager {
    /** What the engine grants to a task's candidates. */
    private static final Permission HOLDERS = Permissions.UPDATE;

    private @Nullable String held;

    /** This command has seen that the task is one for whoever is authenticated. */
    static void found(CommandContext context, TaskEntity task) {
        if (context.getAuthorizationManager() instanceof Rights rights) {
            rights.held = task.getId();
        }
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    /**
     * Whoever may not see all tasks may see those of their groups, which is what the engine would find by comparing each
     * open task with each authorization that the groups have: seconds in a city. Asked for groups, the index answers.
     */
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        var groups = getCurrentAuthentication() == null
                ? null
                : getCurrentAuthentication().getGroupIds();
        if (query.getAuthCheck().isAuthorizationCheckEnabled() && groups != null && byGroups(query, groups)) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    /** Whether the query finds tasks of these groups alone, and if it asks for none in particular makes it so. */
    private boolean byGroups(TaskQueryImpl query, List<String> groups) {
        // anything else that is asked of candidates would widen the groups
        boolean plain = query.getCandidateUser() == null
                && query.getCandidateGroup() == null
                && query.getCandidateGroupLike() == null
                && query.isWithCandidateGroupsInternal() == null
                && query.isWithoutCandidateGroupsInternal() == null
                && !query.isOrQueryActive();
        List<String> asked = query.getCandidateGroupsInternal();
        if (asked != null) {
            return plain && !asked.isEmpty() && groups.containsAll(asked);
        }
        if (!plain || groups.isEmpty() || seesAll()) {
            return false;
        }
        query.taskCandidateGroupIn(groups);
        query.includeAssignedTasksInternal();
        return true;
    }

    private boolean seesAll() {
        return isAuthorized(Permissions.READ, Resources.TASK, ANY)
                || isAuthorized(Permissions.READ_TASK, Resources.PROCESS_DEFINITION, ANY);
    }

    @Override
    public void checkAuthorization(CompositePermissionCheck asked) {
        if (held == null || !ofTask(asked, held)) {
            super.checkAuthorization(asked);
        }
    }

    /** Whether holding that task answers the question: one of its alternatives is a right to that task alone. */
    private static boolean ofTask(CompositePermissionCheck asked, String task) {
        return asked.isDisjunctive()
                && asked.getAtomicChecks().stream()
                        .anyMatch(check -> check.getResource() == Resources.TASK
                                && Objects.equals(check.getResourceId(), task)
                                && check.getPermission() == HOLDERS);
    }

    @Override
    public @Nullable AuthorizationEntity findAuthorization(
            int type, String user, String group, Resource resource, String id) {
        return resource == Resources.TASK && fresh(id)
                ? null
                : super.findAuthorization(type, user, group, resource, id);
    }

    private static boolean fresh(String task) {
        CachedDbEntity cached = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, task);
        return cached != null && cached.getEntityState() == DbEntityState.TRANSIENT;
    }
}
