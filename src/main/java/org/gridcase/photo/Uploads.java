package org.gridcase.photo;

import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an upload in. Pixels are worked on outside any transaction; files and rows then change in one. */
@Component
class Uploads {
    /** A report has six photos; this leaves room for a worker who was offline all day. */
    private static final int MOST_UNATTACHED = 200;

    private final Darkroom darkroom;
    private final PhotoRows rows;
    private final PhotoStore store;
    private final TransactionTemplate transaction;

    Uploads(Darkroom darkroom, PhotoRows rows, PhotoStore store, TransactionTemplate transaction) {
        this.darkroom = darkroom;
        this.rows = rows;
        this.store = store;
        this.transaction = transaction;
    }

    Photo take(InputStream content, Origin origin, @Nullable UploadKey key) {
        try (Received received = Received.from(content)) {
            Optional<Photo> before = byKey(received, origin, key);
            if (before.isPresent()) {
                return before.get();
            }
            if (rows.unattachedOf(origin.by()) >= MOST_UNATTACHED) {
                throw TooManyUploads.unattached();
            }
            return takeAgain(received, origin, key).orElseGet(() -> takeNew(received, origin, key));
        }
    }

    private Optional<Photo> byKey(Received received, Origin origin, @Nullable UploadKey key) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<Photo> before = rows.find(origin.by(), key);
        if (before.isPresent() && !before.get().original().equals(received.hash())) {
            throw UploadKeyReused.otherPhoto();
        }
        return before;
    }

    /** The same bytes as once before need no look at their pixels. */
    private Optional<Photo> takeAgain(Received received, Origin origin, @Nullable UploadKey key) {
        return transaction.execute(status -> {
            if (!rows.holdFile(received.hash())
                    || !Stream.of(Rendition.values()).allMatch(each -> store.exists(received.hash(), each))) {
                return Optional.<Photo>empty();
            }
            return Optional.of(add(received, origin, key));
        });
    }

    private Photo takeNew(Received received, Origin origin, @Nullable UploadKey key) {
        Prints prints = darkroom.develop(received.file());
        return transaction.execute(status -> {
            rows.putFile(received, prints);
            store.putIfAbsent(received.hash(), Rendition.ORIGINAL, new FileSystemResource(received.file()));
            store.putIfAbsent(received.hash(), Rendition.DISPLAY, new ByteArrayResource(prints.display()));
            store.putIfAbsent(received.hash(), Rendition.THUMBNAIL, new ByteArrayResource(prints.thumbnail()));
            return add(received, origin, key);
        });
    }

    private Photo add(Received received, Origin origin, @Nullable UploadKey key) {
        PhotoId id = PhotoId.next();
        return rows.add(id, received.hash(), origin, key)
                ? rows.find(id).orElseThrow()
                : byKey(received, origin, key).orElseThrow();
    }
}
