package org.gridcase.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CasePhotos;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sights;
import org.gridcase.photo.Photo;
import org.gridcase.photo.PhotoAccess;
import org.springframework.stereotype.Component;

/** Staff who may see a case may see its photos, and those as the camera made them. */
@Component
class CasePhotoAccess implements PhotoAccess {
    private final CaseSearch search;
    private final Sights sights;
    private final CasePhotos cases;
    private final Audit audit;

    CasePhotoAccess(CaseSearch search, Sights sights, CasePhotos cases, Audit audit) {
        this.search = search;
        this.sights = sights;
        this.cases = cases;
        this.audit = audit;
    }

    @Override
    public boolean maySee(Photo photo, HttpServletRequest request) {
        Principal who = request.getUserPrincipal();
        return who != null && search.shows(photo.id(), sights.of(who.getName()));
    }

    /** A picture is part of its case's page, which is on record already; the camera's own file is more. */
    @Override
    public void seen(Photo photo, boolean original, HttpServletRequest request) {
        Principal who = request.getUserPrincipal();
        if (who != null) {
            cases.showing(photo.id()).forEach(id -> audit.read(who.getName(), Subject.of(id)));
            if (original) {
                audit.read(who.getName(), new Subject("photo", photo.id().toString()));
            }
        }
    }

    @Override
    public boolean maySeeOriginal(Photo photo, HttpServletRequest request) {
        return maySee(photo, request);
    }
}
