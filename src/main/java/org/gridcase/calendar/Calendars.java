package org.gridcase.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The working calendars of a city and of those of its districts that have their own. */
@Component
public class Calendars {
    private static final int LONGEST_REASON = 500;

    private final CalendarTables tables;
    private final InForce inForce;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Calendars(CalendarTables tables, InForce inForce, ApplicationEventPublisher events, Clock clock, ZoneId zone) {
        this.tables = tables;
        this.inForce = inForce;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** The version in force, of all calendars together. */
    public int version() {
        return inForce.now().version();
    }

    /** @param district none: the whole city's */
    public WorkingCalendar of(@Nullable String district) {
        return inForce.now().of(district);
    }

    /** When work may be noisy. */
    public WorkingCalendar noisy(@Nullable String district) {
        return inForce.now().noisy(district);
    }

    /** Whether this district counts by hours of its own. */
    public boolean hasOwnHours(String district) {
        return inForce.now().hours().containsKey(district);
    }

    /** Whether the district has its own holidays of that year. */
    public boolean hasOwnYear(String district, int year) {
        return inForce.now().year(district, year) != null;
    }

    /** @throws CalendarRefused without a reason */
    @Transactional
    public int putHours(@Nullable String district, WorkingHours hours, String by, String reason) {
        tables.lock();
        return changed(tables.addHours(district, Purpose.WORK, hours, made(by, reason)), district);
    }

    /**
     * Noise is allowed at these hours of each day.
     *
     * @throws CalendarRefused without a reason
     */
    @Transactional
    public int putNoisy(@Nullable String district, List<Span> spans, String by, String reason) {
        tables.lock();
        var hours = new WorkingHours(EnumSet.allOf(DayOfWeek.class), spans);
        return changed(tables.addHours(district, Purpose.NOISE, hours, made(by, reason)), district);
    }

    /** @throws CalendarRefused without a reason, or if no working day would be left in that year */
    @Transactional
    public int putYear(@Nullable String district, int year, List<SpecialDay> days, String by, String reason) {
        tables.lock();
        // a calendar nothing can be counted by refuses to be made
        new WorkingCalendar(zone, of(district).hours(), days, java.util.Set.of(year));
        return changed(tables.addYear(district, year, days, made(by, reason)), district);
    }

    /** The last changes, the newest first. */
    public List<CalendarChange> changes(@Nullable String district, int most) {
        return tables.changes(district, most);
    }

    private CalendarTables.Made made(String by, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw CalendarRefused.noReason();
        }
        return new CalendarTables.Made(clock.instant(), by, why);
    }

    private int changed(int version, @Nullable String district) {
        inForce.refreshAfterCommit();
        events.publishEvent(new CalendarChanged(version, district));
        return version;
    }
}
