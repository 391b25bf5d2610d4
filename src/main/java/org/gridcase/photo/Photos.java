package org.gridcase.photo;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All photos: files by content hash, with copies for showing that carry nothing but pixels. */
@Component
public class Photos {
    private final Uploads uploads;
    private final PhotoRows rows;
    private final PhotoStore store;
    private final Sweeping sweeping;

    Photos(Uploads uploads, PhotoRows rows, PhotoStore store, Sweeping sweeping) {
        this.uploads = uploads;
        this.rows = rows;
        this.store = store;
        this.sweeping = sweeping;
    }

    public Photo store(InputStream content, Origin origin) {
        return uploads.take(content, origin, null);
    }

    /**
     * The same key by the same uploader gives the same photo.
     *
     * @param content a JPEG, PNG or WebP of at most 10 MB and 40 megapixels
     */
    public Photo store(InputStream content, Origin origin, @Nullable UploadKey key) {
        return uploads.take(content, origin, key);
    }

    public Optional<Photo> find(PhotoId id) {
        return rows.find(id);
    }

    /** What to show is a JPEG; the original is what the photo's media type says. */
    public Resource open(Photo photo, Rendition rendition) {
        return store.open(photo.original(), rendition);
    }

    /**
     * Takes these photos for a report or a task, all or none.
     *
     * @throws PhotoNotFound if one is unknown
     * @throws PhotoNotYours if one came from another uploader
     * @throws PhotoAlreadyAttached if one was taken before
     */
    @Transactional
    public void attach(Collection<PhotoId> ids, Uploader uploader) {
        for (PhotoId id : ids.stream().distinct().sorted(PhotoId.ORDER).toList()) {
            Photo photo = rows.lock(id).orElseThrow(() -> PhotoNotFound.of(id));
            if (!photo.origin().by().equals(uploader)) {
                throw PhotoNotYours.of(id);
            }
            if (photo.attached()) {
                throw PhotoAlreadyAttached.of(id);
            }
            rows.attach(id);
        }
    }

    /** Deletes photos for good; their files too once this transaction has ended, unless somebody else sent the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Collection<PhotoId> ids) {
        rows.delete(ids);
        sweeping.afterCommit();
    }

    /** Deletes the bytes as they came and where the camera says it was; what is shown stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetOriginals(Collection<PhotoId> ids) {
        rows.forgetOriginals(ids).forEach(hash -> store.delete(hash, Rendition.ORIGINAL));
    }

    /**
     * Deletes what nobody took, and the files that nothing needs any more.
     *
     * @return how many photos went
     */
    public int sweep(Instant olderThan) {
        return sweeping.sweep(olderThan);
    }
}
