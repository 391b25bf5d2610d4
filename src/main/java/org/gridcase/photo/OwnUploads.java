package org.gridcase.photo;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Until a report takes it, a photo is seen by its uploader alone. */
@Component
class OwnUploads implements PhotoAccess {

    @Override
    public boolean maySee(Photo photo, HttpServletRequest request) {
        Uploader by = photo.origin().by();
        return !photo.attached()
                && (Uploader.signedIn(request).filter(by::equals).isPresent()
                        || Uploader.browser(request).filter(by::equals).isPresent());
    }
}
