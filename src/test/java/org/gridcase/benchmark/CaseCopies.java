package org.gridcase.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridcase.casework.CaseFacts;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows that the engine and we keep of one case, and the same again for other cases. */
final class CaseCopies {
    private static final List<String> OURS =
            List.of("case_origin", "city_case", "case_event", "case_clock", "clock_entry", "time_request");
    private static final List<String> THE_ENGINES = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_identitylink",
            "act_ru_authorization",
            "act_ru_variable",
            "act_ru_job",
            "act_ru_event_subscr",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_identitylink");
    private static final Pattern ID = Pattern.compile(
            "\"(?!job_def_id_|deployment_id_|proc_def_id_)[a-z_]*id_\": \"(?:[A-Za-z]+:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");

    private final JdbcTemplate jdbc;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    CaseCopies(JdbcTemplate jdbc, CaseId id, Flow flow) {
        this.jdbc = jdbc;
        OURS.forEach(table -> rows.put(
                table,
                jdbc.queryForList(
                        "select to_jsonb(t)::text from %s t where %s = ?"
                                .formatted(table, table.equals("city_case") ? "id" : "case_id"),
                        String.class,
                        id.value())));
        Set<String> own = new LinkedHashSet<>(Set.of(id.toString()));
        own.addAll(jdbc.queryForList("select id::text from time_request where case_id = ?", String.class, id.value()));
        jdbc.queryForList("select id_ from act_ru_execution where business_key_ = ?", String.class, id.toString())
                .forEach(process -> read(process, own));
        var facts = flow.facts(id);
        rows.replaceAll((table, all) ->
                // executions name those above them
                all.stream()
                        .sorted(Comparator.comparing(row -> !row.contains("\"parent_id_\": null")))
                        .map(row -> template(row, own, facts))
                        .toList());
    }

    private void read(String process, Set<String> own) {
        own.add(process);
        THE_ENGINES.stream()
                .filter(table -> !table.endsWith("authorization"))
                .forEach(table -> read(table, process, own));
        jdbc.queryForList("select id_ from act_ru_task where proc_inst_id_ = ?", String.class, process)
                .forEach(task -> {
                    read("act_ru_identitylink", task, own);
                    read("act_ru_authorization", task, own);
                });
    }

    private void read(String table, String mention, Set<String> own) {
        List<String> found = rows(table, mention);
        List<String> all = rows.computeIfAbsent(table, any -> new ArrayList<>());
        found.stream().filter(row -> !all.contains(row)).forEach(all::add);
        // an engine's row names the ids of its own kind; definitions and deployments are nobody's own
        found.forEach(
                row -> ID.matcher(row).results().map(match -> match.group(1)).forEach(own::add));
    }

    private List<String> rows(String table, String mention) {
        return jdbc.queryForList(
                "select to_jsonb(t)::text from " + table + " t where to_jsonb(t)::text like ?",
                String.class,
                "%" + mention + "%");
    }

    private static String template(String row, Set<String> own, CaseFacts facts) {
        String text = row;
        for (String id : own) {
            text = text.replace(id, id.substring(0, 24) + "@@@@");
        }
        var at = facts.location();
        return text.replaceAll("(?<=[\"@])" + at.grid() + "(?=\")", "@G@")
                .replaceAll("(?<=[\"@])" + at.community() + "(?=\")", "@C@")
                .replaceAll("(?<=[\"@])" + at.street() + "(?=\")", "@S@")
                .replaceAll("(?<=[\"@])" + at.district() + "(?=\")", "@D@")
                .replaceAll("(?<=[\"@])" + facts.unit() + "(?=\")", "@U@")
                .replace(facts.number(), facts.number().substring(0, 11) + "@N@")
                .replaceAll("(?<=\"tracking_hash\": \")[^\"]*", "@H@");
    }

    void make(int from, int to) {
        rows.forEach((table, all) -> all.forEach(row -> insert(table, row, from, to)));
    }

    private void insert(String table, String row, int from, int to) {
        String columns = jdbc.queryForObject("""
                select string_agg('r.' || quote_ident(column_name), ', ' order by ordinal_position)
                from information_schema.columns where table_name = ? and table_schema = current_schema()
                  and is_identity = 'NO' and is_generated = 'NEVER'""", String.class, table);
        String sql = """
                insert into %1$s (%2$s) select %3$s from generate_series(?, ?) n
                join bench_place p on p.n = n.n % (select count(*) from bench_place),
                lateral jsonb_populate_record(null::%1$s,
                  replace(replace(replace(replace(replace(replace(replace(replace(?,
                    '@@@@', lpad(to_hex(n.n), 12, '0')), '@G@', p.grid), '@C@', p.community), '@S@', p.street),
                    '@D@', p.district), '@U@', p.unit), '@N@', (900000 + n.n)::text),
                    '@H@', '\\\\x' || md5(n.n::text) || md5(n.n || 'x'))::jsonb) r""";
        jdbc.update(
                sql.replace("%1$s", table)
                        .replace("%2$s", columns.replace("r.", ""))
                        .replace("%3$s", columns),
                from,
                to,
                row);
    }
}
