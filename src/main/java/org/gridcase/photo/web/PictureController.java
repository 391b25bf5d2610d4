package org.gridcase.photo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.gridcase.photo.Photo;
import org.gridcase.photo.PhotoAccess;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.PhotoNotFound;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Rendition;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows photos to those who may see them; to others they do not exist. Under {@code /r} nobody need be signed in. */
@RestController
@RequestMapping({"/photos/{id}", "/api/photos/{id}", "/r/photos/{id}"})
class PictureController {
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Photos photos;
    private final List<PhotoAccess> rules;

    PictureController(Photos photos, List<PhotoAccess> rules) {
        this.photos = photos;
        this.rules = rules;
    }

    @GetMapping("/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable UUID id, HttpServletRequest request) {
        return print(seen(id, request), Rendition.THUMBNAIL, "thumbnail");
    }

    @GetMapping("/display")
    ResponseEntity<Resource> display(@PathVariable UUID id, HttpServletRequest request) {
        return print(seen(id, request), Rendition.DISPLAY, "photo");
    }

    @GetMapping("/original")
    ResponseEntity<Resource> original(@PathVariable UUID id, HttpServletRequest request) {
        Photo photo = allowed(id, found -> rules.stream().anyMatch(rule -> rule.maySeeOriginal(found, request)));
        Resource file = photos.open(photo, Rendition.ORIGINAL);
        if (!file.exists()) {
            throw PhotoNotFound.of(photo.id());
        }
        rules.forEach(rule -> rule.seen(photo, true, request));
        MediaType type = MediaType.parseMediaType(photo.mediaType());
        return locked(CacheControl.noStore(), "attachment; filename=\"original." + type.getSubtype() + "\"")
                .contentType(type)
                .body(file);
    }

    private Photo seen(UUID id, HttpServletRequest request) {
        Photo photo = allowed(id, found -> rules.stream().anyMatch(rule -> rule.maySee(found, request)));
        rules.forEach(rule -> rule.seen(photo, false, request));
        return photo;
    }

    private Photo allowed(UUID value, Predicate<Photo> rule) {
        PhotoId id = new PhotoId(value);
        return photos.find(id).filter(rule).orElseThrow(() -> PhotoNotFound.of(id));
    }

    private ResponseEntity<Resource> print(Photo photo, Rendition rendition, String name) {
        return locked(FOREVER, "inline; filename=\"" + name + ".jpg\"")
                .eTag("\"" + photo.id() + "-" + name + "\"")
                .contentType(MediaType.IMAGE_JPEG)
                .body(photos.open(photo, rendition));
    }

    /** Whatever the bytes are, a browser shows them as the picture we say they are, or not at all. */
    private static ResponseEntity.BodyBuilder locked(CacheControl cache, String disposition) {
        return ResponseEntity.ok()
                .cacheControl(cache)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
