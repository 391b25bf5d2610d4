package org.gridcase.desk.health;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** The data folder holds the photos, and the embedded database: without room in it nothing can be reported. */
@Component
class DataFolderHealthIndicator extends AbstractHealthIndicator {
    private static final long LEAST_FREE = 256L << 20;

    private final Path folder;

    DataFolderHealthIndicator(@Value("${gridcase.data-dir}") Path folder) {
        this.folder = folder;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        boolean writable = Files.isDirectory(folder) && Files.isWritable(folder);
        long free = writable ? Files.getFileStore(folder).getUsableSpace() : 0;
        health.withDetail("writable", writable).withDetail("freeBytes", free);
        health.status(free >= LEAST_FREE ? "UP" : "DOWN");
    }
}
