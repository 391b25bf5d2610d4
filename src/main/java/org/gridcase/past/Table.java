package org.gridcase.past;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables that a past fills, in the order of their references, each with all its columns but those it makes itself. */
enum Table {
    CASE_ORIGIN("case_id number channel description longitude latitude address district street community grid dedicated"
            + " micro reported_at tracking_hash words"),
    CITY_CASE("id stage district service_code catalogue_version minor check_minor proposed_row proposed_factor"
            + " proposed_unit filing_row filing_version limit_amount limit_kind unit returns reworks reopened release"
            + " filed_at due_at moved_at closed_at satisfaction joined_to version yellow_at late"),
    CASE_EVENT("case_id at actor move stage reason detail"),
    REPORT("id case_id channel contact_name contact_phone contact_email received_at"),
    CLASS_PROPOSAL("case_id place service_code confidence model"),
    DECISION_RECORD(
            "id case_id decision release table_path table_sha256 table_row inputs output catalogue_version"
                    + " calendar_version decided_at overridden_by overridden_to override_reason overridden_at earlier_overrides"),
    CLOCK_ENTRY("case_id clock kind at amount_ms unit actor why calendar"),
    CASE_CLOCK("case_id clock district counting state lamp budget_ms consumed_ms running_since yellow_at due_at"
            + " yellow_share unit extensions suspended late exempt started_at stopped_at calendar");

    private final List<String> columns;

    Table(String columns) {
        this.columns = List.copyOf(Arrays.asList(columns.split(" ")));
    }

    List<String> columns() {
        return columns;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    String copy() {
        return "copy %s (%s) from stdin (format binary)".formatted(title(), String.join(", ", columns));
    }
}
