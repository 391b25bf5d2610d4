package org.gridcase.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.gridcase.casework.CaseSearch;
import org.gridcase.photo.Photo;
import org.gridcase.photo.PhotoAccess;
import org.springframework.stereotype.Component;

/** Staff who may see a case may see its photos, and those as the camera made them. */
@Component
class CasePhotoAccess implements PhotoAccess {
    private final CaseSearch search;
    private final Sights sights;

    CasePhotoAccess(CaseSearch search, Sights sights) {
        this.search = search;
        this.sights = sights;
    }

    @Override
    public boolean maySee(Photo photo, HttpServletRequest request) {
        Principal who = request.getUserPrincipal();
        return who != null && search.shows(photo.id(), sights.of(who.getName()));
    }

    @Override
    public boolean maySeeOriginal(Photo photo, HttpServletRequest request) {
        return maySee(photo, request);
    }
}
