package org.gridcase.grid.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gridcase.grid.Area;
import org.gridcase.grid.GridTables;
import org.gridcase.grid.GridTest;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Sketch;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two imports at once: the second waits for the first, and judges its file by what the first has left. */
@GridTest
class TwoImportsTests {
    @Autowired
    GridImport files;

    @Autowired
    GridExport export;

    @Autowired
    Grids grids;

    @Autowired
    Units units;

    @Autowired
    GridTables tables;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void sketch() {
        tables.clear();
        grids.put(Sketch.city());
    }

    @Test
    void theSecondWaitsAndThenSeesWhatTheFirstImported() {
        byte[] city = exported();
        tables.clear();
        String unit = "code,name,kind,level,area\n410102-gas,燃气所,gas,district,410102\n";

        CompletableFuture<ImportReport> second = whileImporting(city, () -> files.units(stream(unit)));

        assertThat(second.join().refused()).isEmpty();
        assertThat(units.all()).extracting(Unit::code).contains("410102-gas");
    }

    @Test
    void ofAFirstThatFailsTheSecondSeesNothing() {
        byte[] city = exported();
        tables.clear();
        String unit = "code,name,kind,level,area\n410102-gas,燃气所,gas,district,410102\n";

        CompletableFuture<ImportReport> second = transaction.execute(status -> {
            status.setRollbackOnly();
            return during(city, () -> files.units(stream(unit)));
        });

        assertThat(second).isNotNull();
        assertThat(second.join().refused()).isNotEmpty();
        assertThat(units.all()).isEmpty();
        assertThat(grids.all()).isEmpty();
    }

    @Test
    void theSameFileTwiceAtOnceIsImportedOnceMore() {
        byte[] city = exported();
        List<Area> before = grids.all();

        CompletableFuture<ImportReport> second =
                whileImporting(city, () -> files.areas(new ByteArrayInputStream(city)));

        assertThat(second.join().refused()).isEmpty();
        assertThat(grids.all()).isEqualTo(before);
    }

    private interface Import {
        ImportReport run() throws IOException;
    }

    private CompletableFuture<ImportReport> whileImporting(byte[] city, Import other) {
        CompletableFuture<ImportReport> second = transaction.execute(status -> during(city, other));
        assertThat(second).isNotNull();
        return second;
    }

    /** Within a transaction that ends only after the other import has been found waiting for it. */
    private CompletableFuture<ImportReport> during(byte[] city, Import other) {
        assertThat(run(() -> files.areas(new ByteArrayInputStream(city))).refused())
                .isEmpty();
        var second = CompletableFuture.supplyAsync(() -> run(other));
        await().until(() -> jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() > 0);
        assertThat(second).isNotDone();
        return second;
    }

    private static ImportReport run(Import one) {
        try {
            return one.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] exported() {
        var out = new ByteArrayOutputStream();
        try {
            export.areas(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
