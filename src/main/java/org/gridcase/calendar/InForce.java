package org.gridcase.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the calendars at hand, so that counting time costs no query. */
@Component
class InForce {
    /** How long a node may still count by the version before a change that another node made. */
    private static final long STALE_AFTER = Duration.ofSeconds(5).toNanos();

    private final CalendarTables tables;
    private final TransactionTemplate committed;
    private final ZoneId zone;
    private final AtomicLong checked = new AtomicLong();
    private volatile All all;

    InForce(
            CalendarTables tables,
            FirstCalendar first,
            PlatformTransactionManager transactions,
            ZoneId zone,
            Clock clock) {
        this.tables = tables;
        this.zone = zone;
        // a transaction of its own sees only what is committed, whatever the caller's has written
        this.committed = new TransactionTemplate(transactions);
        this.committed.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        first.loadOnce(clock.instant());
        this.all = read();
        this.checked.set(System.nanoTime());
    }

    All now() {
        long last = checked.get();
        long now = System.nanoTime();
        if (now - last > STALE_AFTER && checked.compareAndSet(last, now)) {
            refresh();
        }
        return all;
    }

    void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    private synchronized void refresh() {
        Integer newest = committed.execute(status -> tables.newest());
        if (newest != null && newest != all.version()) {
            all = read();
        }
    }

    private All read() {
        All found = committed.execute(status -> new All(
                tables.newest(),
                zone,
                tables.hours(Purpose.WORK),
                tables.hours(Purpose.NOISE),
                tables.years(),
                new ConcurrentHashMap<>()));
        if (found == null) {
            throw new IllegalStateException("no calendar");
        }
        return found;
    }

    /** One version of everything; a district's calendar is put together when it is first asked for. */
    record All(
            int version,
            ZoneId zone,
            Map<String, WorkingHours> hours,
            Map<String, WorkingHours> noisy,
            Map<String, Map<Integer, List<SpecialDay>>> years,
            Map<String, WorkingCalendar> made) {

        WorkingCalendar of(@Nullable String district) {
            return made.computeIfAbsent(CalendarTables.key(district), this::make);
        }

        /** Holidays are as noisy as other days. */
        WorkingCalendar noisy(@Nullable String district) {
            String key = CalendarTables.key(district);
            WorkingHours theirs =
                    noisy.getOrDefault(key, noisy.getOrDefault(CalendarTables.key(null), WorkingHours.BY_DAY));
            return made.computeIfAbsent("noise " + key, any -> new WorkingCalendar(zone, theirs, List.of(), Set.of()));
        }

        @Nullable
        List<SpecialDay> year(String key, int year) {
            return years.getOrDefault(key, Map.of()).get(year);
        }

        private WorkingCalendar make(String key) {
            String city = CalendarTables.key(null);
            var days = new HashMap<>(years.getOrDefault(city, Map.of()));
            days.putAll(years.getOrDefault(key, Map.of()));
            var special = new ArrayList<SpecialDay>();
            days.values().forEach(special::addAll);
            WorkingHours theirs = hours.getOrDefault(key, hours.getOrDefault(city, WorkingHours.STANDARD));
            return new WorkingCalendar(zone, theirs, special, new HashSet<>(days.keySet()));
        }
    }
}
