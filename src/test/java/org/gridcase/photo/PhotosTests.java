package org.gridcase.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridcase.shared.GeoPoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PhotoTest
@Import(PhotoHttpTests.Doors.class)
class PhotosTests {
    private static final AtomicInteger SIZES = new AtomicInteger(30);
    private static final Uploader WANG = Uploader.account("wang");
    private static final Uploader LI = Uploader.account("li");

    @Autowired
    private Photos photos;

    @Autowired
    private PhotoStore store;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theOriginalIsKeptUntouchedUnderItsHash() throws IOException {
        byte[] original = Pictures.jpegWithExif(fresh(), Pictures.tiff(6));

        Photo photo = store(original, WANG);

        assertThat(photo.original()).isEqualTo(Sha256.of(original));
        assertThat(photos.open(photo, Rendition.ORIGINAL).getContentAsByteArray())
                .isEqualTo(original);
        assertThat(Pictures.read(photos.open(photo, Rendition.THUMBNAIL).getContentAsByteArray())
                        .getWidth())
                .isEqualTo(photo.width());
        assertThat(photos.find(photo.id())).contains(photo);
    }

    @Test
    void theCamerasPlaceAndTimeAndTheSendersAreBothKept() {
        Capture declared = new Capture(new GeoPoint(113.7, 34.8), Instant.parse("2026-05-05T00:00:00Z"));
        byte[] silent = fresh();
        byte[] speaking = Pictures.jpegWithExif(fresh(), Pictures.tiff(1));

        Photo bySender = photos.store(new ByteArrayInputStream(silent), new Origin("staff", WANG, declared));
        Photo byCamera = photos.store(new ByteArrayInputStream(speaking), new Origin("staff", WANG, declared));

        assertThat(bySender.place()).isEqualTo(declared.place());
        assertThat(bySender.takenAt()).isEqualTo(declared.takenAt());
        assertThat(byCamera.takenAt()).isEqualTo("2026-05-04T00:30:00Z");
        assertThat(byCamera.origin().declared()).isEqualTo(declared);
    }

    @Test
    void theSameBytesTwiceAreOneFileAndTwoPhotos() {
        byte[] original = fresh();

        Photo first = store(original, WANG);
        Photo second = store(original, LI);

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.original()).isEqualTo(second.original());
        assertThat(jdbc.sql("select count(*) from photo_file where sha256 = ?")
                        .param(first.original().hex())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameKeyTwiceAtOnceIsOnePhoto() throws Exception {
        byte[] original = fresh();
        UploadKey key = new UploadKey("k-" + SIZES.get());
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            List<Future<Photo>> answers = senders.invokeAll(List.of(
                    () -> {
                        together.await();
                        return store(original, WANG, key);
                    },
                    () -> {
                        together.await();
                        return store(original, WANG, key);
                    }));

            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
        } finally {
            senders.shutdown();
        }
        assertThat(store(original, LI, key).origin().by()).isEqualTo(LI);
        assertThatThrownBy(() -> store(fresh(), WANG, key)).isInstanceOf(UploadKeyReused.class);
    }

    @Test
    void elevenMegabytesAreRefusedAfterOneByteTooMany() {
        AtomicInteger read = new AtomicInteger();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 0xFF;
            }
        };

        assertThatThrownBy(() -> photos.store(endless, new Origin("staff", WANG, Capture.UNKNOWN)))
                .isInstanceOf(PhotoTooLarge.class);
        assertThat(read.get()).isEqualTo(10 * 1024 * 1024 + 1);
    }

    @Test
    void aPhotoIsAttachedOnceByItsUploaderOrNotAtAll() {
        Photo mine = store(fresh(), WANG);
        Photo another = store(fresh(), WANG);
        Photo theirs = store(fresh(), LI);

        assertThatThrownBy(() -> photos.attach(List.of(mine.id(), theirs.id()), WANG))
                .isInstanceOf(PhotoNotYours.class);
        assertThatThrownBy(() -> photos.attach(List.of(mine.id(), PhotoId.next()), WANG))
                .isInstanceOf(PhotoNotFound.class);
        assertThat(photos.find(mine.id())).get().matches(photo -> !photo.attached());

        photos.attach(List.of(mine.id(), mine.id()), WANG);

        assertThat(photos.find(mine.id())).get().matches(Photo::attached);
        assertThatThrownBy(() -> photos.attach(Set.of(another.id(), mine.id()), WANG))
                .isInstanceOf(PhotoAlreadyAttached.class);
        assertThat(photos.find(another.id())).get().matches(photo -> !photo.attached());
    }

    @Test
    void sweepingTakesOldUnattachedPhotosAndTheFilesNobodyNeeds() {
        byte[] shared = fresh();
        Photo attached = store(shared, WANG);
        Photo forgotten = store(shared, LI);
        Photo alone = store(fresh(), LI);
        Photo recent = store(fresh(), LI);
        photos.attach(List.of(attached.id()), WANG);
        age(attached, forgotten, alone);

        photos.sweep(Instant.now().minusSeconds(24 * 3600));

        assertThat(photos.find(forgotten.id())).isEmpty();
        assertThat(photos.find(alone.id())).isEmpty();
        assertThat(photos.find(recent.id())).isPresent();
        assertThat(photos.find(attached.id())).isPresent();
        for (Rendition rendition : Rendition.values()) {
            assertThat(store.exists(alone.original(), rendition)).isFalse();
            assertThat(store.exists(attached.original(), rendition)).isTrue();
            assertThat(store.exists(recent.original(), rendition)).isTrue();
        }
    }

    @Test
    void aLostFileComesBackWithTheNextUploadOfTheSameBytes() {
        byte[] original = fresh();
        Photo photo = store(original, WANG);
        store.delete(photo.original(), Rendition.DISPLAY);

        store(original, WANG);

        assertThat(store.exists(photo.original(), Rendition.DISPLAY)).isTrue();
    }

    private void age(Photo... old) {
        for (Photo photo : old) {
            jdbc.sql("update photo set stored_at = now() - interval '25 hours' where id = ?")
                    .param(photo.id().value())
                    .update();
        }
    }

    private Photo store(byte[] original, Uploader by) {
        return photos.store(new ByteArrayInputStream(original), new Origin("staff", by, Capture.UNKNOWN));
    }

    private Photo store(byte[] original, Uploader by, UploadKey key) {
        return photos.store(new ByteArrayInputStream(original), new Origin("staff", by, Capture.UNKNOWN), key);
    }

    /** Bytes that no other test sends. */
    private static byte[] fresh() {
        return Pictures.jpeg(SIZES.incrementAndGet(), 20);
    }
}
