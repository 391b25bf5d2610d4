package org.gridcase.desk;

import java.util.List;
import java.util.Map;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.calendar.Calendars;
import org.gridcase.calendar.Span;
import org.gridcase.calendar.SpecialDay;
import org.gridcase.calendar.WorkingHours;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes to working calendars: the city's administrators change the city's, a district's their own. */
@Component
public class Calendaring {
    private final Calendars calendars;
    private final Grids grids;
    private final Staff staff;
    private final Scopes scopes;
    private final Audit audit;

    Calendaring(Calendars calendars, Grids grids, Staff staff, Scopes scopes, Audit audit) {
        this.calendars = calendars;
        this.grids = grids;
        this.staff = staff;
        this.scopes = scopes;
        this.audit = audit;
    }

    public List<Area> districts() {
        return grids.all().stream()
                .filter(area -> area.level() == AreaLevel.DISTRICT)
                .toList();
    }

    /** @param district none: the whole city */
    public boolean mayChange(String account, @Nullable String district) {
        return staff.grantsOf(account).stream()
                .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                .anyMatch(grant -> reaches(grant, district));
    }

    private boolean reaches(Grant grant, @Nullable String district) {
        return scopes.find(grant.scope())
                .map(scope -> scope.district() == null || scope.code().equals(district))
                .orElse(false);
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to change, or without a reason */
    @Transactional
    public void putHours(@Nullable String district, WorkingHours hours, String account, String reason) {
        check(district, account);
        int version = calendars.putHours(district, hours, account, reason);
        record(account, "calendar.hours", district, reason, Map.of("version", version));
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to change, or nothing could be counted by it */
    @Transactional
    public void putYear(@Nullable String district, int year, List<SpecialDay> days, String account, String reason) {
        check(district, account);
        int version = calendars.putYear(district, year, days, account, reason);
        record(account, "calendar.year", district, reason, Map.of("version", version, "year", year));
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to change, or without a reason */
    @Transactional
    public void putNoisy(@Nullable String district, List<Span> spans, String account, String reason) {
        check(district, account);
        int version = calendars.putNoisy(district, spans, account, reason);
        record(account, "calendar.noise", district, reason, Map.of("version", version));
    }

    void check(@Nullable String district, String account) {
        if (district != null && grids.area(district).map(Area::level).orElse(null) != AreaLevel.DISTRICT) {
            throw CalendaringRefused.noDistrict();
        }
        if (!mayChange(account, district)) {
            throw CalendaringRefused.notTheirs();
        }
    }

    private void record(
            String account, String action, @Nullable String district, String reason, Map<String, ?> detail) {
        String whose = district == null ? grids.city().code() : district;
        audit.record(new AuditEntry(account, action, new Subject("calendar", whose), reason.strip(), detail));
    }
}
