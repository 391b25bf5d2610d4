package org.gridcase.photo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Keeps photos as files below the data folder, each rendition in a tree of its own. */
@Component
class FilePhotoStore implements PhotoStore {
    private final Path root;

    FilePhotoStore(@Value("${gridcase.data-dir}") Path dataDir) {
        root = dataDir.resolve("photos").toAbsolutePath();
    }

    @Override
    public void putIfAbsent(Sha256 original, Rendition rendition, Resource content) {
        Path target = path(original, rendition);
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createDirectories(target.getParent());
            Path draft = Files.createTempFile(target.getParent(), "draft", null);
            try {
                write(content, draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            syncFoldersOf(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Resource open(Sha256 original, Rendition rendition) {
        return new FileSystemResource(path(original, rendition));
    }

    @Override
    public boolean exists(Sha256 original, Rendition rendition) {
        return Files.exists(path(original, rendition));
    }

    @Override
    public void delete(Sha256 original, Rendition rendition) {
        try {
            Files.deleteIfExists(path(original, rendition));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(Sha256 original, Rendition rendition) {
        String hex = original.hex();
        return root.resolve(rendition.name().toLowerCase(Locale.ROOT))
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    private static void write(Resource content, Path file) throws IOException {
        try (InputStream from = content.getInputStream();
                FileChannel to = FileChannel.open(file, StandardOpenOption.WRITE)) {
            from.transferTo(Channels.newOutputStream(to));
            to.force(true);
        }
    }

    /** A new name is durable only once its folders are. */
    private void syncFoldersOf(Path file) throws IOException {
        Path folder = root;
        sync(folder);
        for (Path name : root.relativize(file.getParent())) {
            folder = folder.resolve(name);
            sync(folder);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders and needs no such sync
        }
    }
}
