package org.gridcase.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the hours and holidays we ship into an empty database, once however many nodes start. */
@Component
class FirstCalendar {
    /** As the State Council's general office announced them; later years are imported. */
    private static final List<Integer> SHIPPED = List.of(2025, 2026);

    private final CalendarTables tables;
    private final TransactionTemplate transaction;

    FirstCalendar(CalendarTables tables, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
    }

    void loadOnce(Instant now) {
        if (tables.newest() == 0) {
            transaction.executeWithoutResult(status -> load(now));
        }
    }

    private void load(Instant now) {
        tables.lock();
        if (tables.newest() == 0) {
            var made = new CalendarTables.Made(now, "system", "国务院办公厅节假日安排");
            tables.addHours(null, Purpose.WORK, WorkingHours.STANDARD, made);
            SHIPPED.forEach(year -> tables.addYear(null, year, shipped(year), made));
        }
    }

    static List<SpecialDay> shipped(int year) {
        try {
            return YearFile.read(
                    year,
                    new ClassPathResource("calendar/" + year + ".csv").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
