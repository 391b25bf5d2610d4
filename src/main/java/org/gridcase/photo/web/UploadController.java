package org.gridcase.photo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gridcase.photo.BrowserSecret;
import org.gridcase.photo.Origin;
import org.gridcase.photo.Photo;
import org.gridcase.photo.Photos;
import org.gridcase.photo.UploadKey;
import org.gridcase.photo.Uploader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes photos from those who are signed in and, under {@code /r}, from anybody. */
@RestController
class UploadController {
    private static final String KEY = "Idempotency-Key";
    private static final String STAFF = "/photos";
    private static final String API = "/api/photos";
    private static final String RESIDENTS = "/r/photos";

    private final Photos photos;

    UploadController(Photos photos) {
        this.photos = photos;
    }

    @PostMapping(
            path = {STAFF, API},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<PhotoView> byAccount(
            UploadForm form,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        Uploader uploader =
                Uploader.signedIn(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        return store(form, key, new Origin("staff", uploader, form.declared()), request.getServletPath());
    }

    @PostMapping(path = RESIDENTS, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<PhotoView> byResident(
            UploadForm form,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        Uploader uploader = BrowserSecret.ensure(request, response);
        return store(form, key, new Origin("resident", uploader, form.declared()), RESIDENTS);
    }

    private ResponseEntity<PhotoView> store(UploadForm form, @Nullable String key, Origin origin, String door) {
        Photo photo = photos.store(form.content(), origin, key == null ? null : new UploadKey(key));
        return ResponseEntity.status(HttpStatus.CREATED).body(PhotoView.of(photo, door));
    }
}
