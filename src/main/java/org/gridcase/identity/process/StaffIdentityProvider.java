package org.gridcase.identity.process;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.gridcase.identity.Role;
import org.jspecify.annotations.Nullable;

/** The engine reads people from our staff; it never writes them and never sees a password. */
class StaffIdentityProvider implements ReadOnlyIdentityProvider {
    private final Directory directory;

    StaffIdentityProvider(Directory directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return createUserQuery().userId(id).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new Users(directory, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return createUserQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("native user queries are not offered");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return createGroupQuery().groupId(id).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Groups(directory, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return createGroupQuery();
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return createTenantQuery().tenantId(id).singleResult();
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new Tenants(directory, executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return createTenantQuery();
    }

    /** Who is asking, if it is a person who may not know everybody; the program itself and administrators may. */
    private static @Nullable String reader(CommandContext context) {
        var who = context.getAuthentication();
        return who == null || who.getGroupIds() != null && who.getGroupIds().contains(Role.ADMINISTRATOR.code())
                ? null
                : who.getUserId();
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static class Users extends UserQueryImpl {
        private final transient Directory directory;

        Users(Directory directory, CommandExecutor executor) {
            super(executor);
            this.directory = directory;
        }

        @Override
        public long executeCount(CommandContext context) {
            return directory.users(this, reader(context), null).size();
        }

        @Override
        public List<User> executeList(CommandContext context, @Nullable Page page) {
            return directory.users(this, reader(context), page);
        }
    }

    private static class Groups extends GroupQueryImpl {
        private final transient Directory directory;

        Groups(Directory directory, CommandExecutor executor) {
            super(executor);
            this.directory = directory;
        }

        @Override
        public long executeCount(CommandContext context) {
            return directory.groups(this, reader(context), null).size();
        }

        @Override
        public List<Group> executeList(CommandContext context, @Nullable Page page) {
            return directory.groups(this, reader(context), page);
        }
    }

    private static class Tenants extends TenantQueryImpl {
        private final transient Directory directory;

        Tenants(Directory directory, CommandExecutor executor) {
            super(executor);
            this.directory = directory;
        }

        @Override
        public long executeCount(CommandContext context) {
            return directory.tenants(this, reader(context), null).size();
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return directory.tenants(this, reader(context), page);
        }
    }
}
