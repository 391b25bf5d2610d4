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
        Path there = nearest(folder.toAbsolutePath());
        boolean writable = Files.isDirectory(there) && Files.isWritable(there);
        long free = writable ? Files.getFileStore(there).getUsableSpace() : 0;
        health.withDetail("writable", writable).withDetail("freeBytes", free);
        health.status(free >= LEAST_FREE ? "UP" : "DOWN");
    }

    /** It is made when the first file comes. */
    private static Path nearest(Path folder) {
        Path there = folder;
        for (Path above = there.getParent(); !Files.exists(there) && above != null; above = there.getParent()) {
            there = above;
        }
        return there;
    }
}
