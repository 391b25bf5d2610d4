package org.gridcase.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds the data folder for this process; the system lets go of it however the process ends. */
final class FolderLock implements AutoCloseable {
    /** POSIX drops a lock as soon as its process closes any handle of that file, so a second look must not open it. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Far behind the pid in the file: Windows would not let others read a locked byte. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws DatabaseRefused if another process, or another context of this one, holds it */
    static FolderLock take(DataFolder folder) {
        try {
            Path file = folder.root().toRealPath().resolve(folder.lock().getFileName());
            if (!HELD_HERE.add(file)) {
                throw DatabaseRefused.inUse(
                        folder.root(), Long.toString(ProcessHandle.current().pid()));
            }
            return taken(folder, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FolderLock taken(DataFolder folder, Path file) throws IOException {
        boolean ours = false;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw DatabaseRefused.inUse(
                        folder.root(), Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            ours = true;
            return new FolderLock(file, channel);
        } finally {
            if (!ours) {
                channel.close();
                HELD_HERE.remove(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
