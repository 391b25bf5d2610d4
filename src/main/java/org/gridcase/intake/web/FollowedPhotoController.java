package org.gridcase.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.gridcase.intake.FollowRefused;
import org.gridcase.intake.Followers;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Rendition;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a case's photos to those who follow it, never the originals. */
@RestController
@RequestMapping("/follow/{secret}/photos/{id}")
class FollowedPhotoController {
    private static final CacheControl DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    private final Followers followers;
    private final Photos photos;
    private final Links links;

    FollowedPhotoController(Followers followers, Photos photos, Links links) {
        this.followers = followers;
        this.photos = photos;
        this.links = links;
    }

    @GetMapping
    ResponseEntity<Resource> display(@PathVariable String secret, @PathVariable UUID id) {
        return print(secret, id, Rendition.DISPLAY);
    }

    @GetMapping("/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable String secret, @PathVariable UUID id) {
        return print(secret, id, Rendition.THUMBNAIL);
    }

    @ExceptionHandler
    void unknown(FollowRefused refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(links.unknown(request, response).value());
    }

    private ResponseEntity<Resource> print(String secret, UUID id, Rendition rendition) {
        var photo = followers.photo(secret, new PhotoId(id));
        return ResponseEntity.ok()
                .cacheControl(DAY)
                .contentType(MediaType.IMAGE_JPEG)
                .body(photos.open(photo, rendition));
    }
}
