package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** A photo belongs to one report or task, once. */
public class PhotoAlreadyAttached extends Refusal {

    private PhotoAlreadyAttached(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    static PhotoAlreadyAttached of(PhotoId id) {
        return new PhotoAlreadyAttached("photo.alreadyAttached", id);
    }
}
