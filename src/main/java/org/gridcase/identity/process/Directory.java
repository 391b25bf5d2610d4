package org.gridcase.identity.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers the engine's questions about people from the staff tables.
 *
 * <p>A reader is told of colleagues and of their own groups and districts; without one, of everybody's.
 */
@Component
class Directory {
    /**
     * A person's groups: every {@code role@scope}, and the bare role, which carries the engine rights; that of a watching
     * role only where it holds for all their districts, as in {@link org.gridcase.identity.Actors}. Whoever has none is in
     * one that means nothing, for a filter by one's groups fails in the engine without any.
     */
    private static final String HELD = """
            (select distinct g.role || '@' || g.scope as id, r.name || ' · ' || s.name as name, g.staff
             from grant_in_force g join scope s on s.code = g.scope join role_name r on r.role = g.role
             union select distinct g.role, r.name, g.staff from grant_in_force g join role_name r on r.role = g.role
             where g.role not in ('supervisor', 'analyst', 'approver', 'administrator') or not exists (
               select 1 from grant_in_force other join scope it on it.code = other.scope
               where other.staff = g.staff and not exists (
                 select 1 from grant_in_force own join scope its on its.code = own.scope
                 where own.staff = g.staff and own.role = g.role
                   and (its.district is null or its.code = it.district)))
             union select 'nobody', '—', s.id from staff s where not exists (
               select 1 from grant_in_force g where g.staff = s.id)) x
            """;

    /** All groups; whoever is away still has theirs, which then somebody else holds or nobody. */
    private static final String GROUPS = """
            (select distinct g.role || '@' || g.scope as id, r.name || ' · ' || s.name as name
             from staff_grant g join scope s on s.code = g.scope join role_name r on r.role = g.role
             union all select role, name from role_name) x
            """;

    /** A person's tenants: the districts of their scopes; whoever holds a scope above districts has all, and that scope. */
    private static final String TENANTS = """
            (select distinct d.code as id, d.name, g.staff
             from grant_in_force g join scope s on s.code = g.scope
             join scope d on d.district = d.code and (s.district is null or s.district = d.code)
               or d.code = s.code and d.district is null) x
            """;

    /** Those who hold a grant that this person holds too, among whom tasks are claimed and freed; and the person. */
    private static final String COLLEAGUES = """
            id in (select other.staff from grant_in_force own cross join lateral (
                     -- kept apart, so that each grant is looked up by its index
                     select g.staff from grant_in_force g where g.role = own.role and g.scope = own.scope offset 0) other
                   where own.staff = ? union select ?)""";

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<User> users(UserQueryImpl query, @Nullable String reader, @Nullable Page page) {
        var where = new Where()
                .equal("id", query.getId())
                .in("id", query.getIds())
                .equal("name", query.getFirstName())
                .like("name", query.getFirstNameLike())
                .like("name", query.getLastNameLike())
                .exists(holders(query.getGroupId()), query.getGroupId())
                .exists("id in (select staff from " + TENANTS + " where id = ?)", query.getTenantId())
                .among(COLLEAGUES, reader, reader);
        return list("select distinct id, name from staff", where, page, (row, n) -> {
            var user = new UserEntity();
            user.setId(row.getString("id"));
            user.setFirstName(row.getString("name"));
            user.setLastName("");
            return user;
        });
    }

    List<Group> groups(GroupQueryImpl query, @Nullable String reader, @Nullable Page page) {
        var where = new Where()
                .equal("id", query.getId())
                .in("id", query.getIds())
                .equal("name", query.getName())
                .like("name", query.getNameLike())
                .equal("staff", query.getUserId())
                .among("id in (select id from " + HELD + " where staff = ?)", reader);
        String source = query.getUserId() == null ? GROUPS : HELD;
        return list("select distinct id, name from " + source, where, page, (row, n) -> {
            var group = new GroupEntity();
            group.setId(row.getString("id"));
            group.setName(row.getString("name"));
            group.setType("GRIDCASE");
            return group;
        });
    }

    List<Tenant> tenants(TenantQueryImpl query, @Nullable String reader, @Nullable Page page) {
        var where = new Where()
                .equal("id", query.getId())
                .in("id", query.getIds())
                .equal("name", query.getName())
                .like("name", query.getNameLike())
                .equal("staff", query.getUserId())
                .among("id in (select id from " + TENANTS + " where staff = ?)", reader);
        String source = query.getUserId() == null
                ? "(select code as id, name, null::text as staff from scope where code = district or district is null) x"
                : TENANTS;
        return list("select distinct id, name from " + source, where, page, (row, n) -> {
            var tenant = new TenantEntity();
            tenant.setId(row.getString("id"));
            tenant.setName(row.getString("name"));
            return tenant;
        });
    }

    /** By an index in either case. */
    private static String holders(@Nullable String group) {
        String asked = group != null && group.contains("@") ? "role || '@' || scope" : "role";
        return "id in (select staff from grant_in_force where " + asked + " = ?)";
    }

    private <T> List<T> list(String select, Where where, @Nullable Page page, RowMapper<? extends T> mapper) {
        String sql = select + where.clause() + " order by id"
                + (page == null ? "" : " limit " + page.getMaxResults() + " offset " + page.getFirstResult());
        return new ArrayList<>(
                jdbc.sql(sql).params(where.values()).query(mapper).list());
    }
}
