package org.gridcase.photo.web;

import org.gridcase.photo.Photo;

/** A photo as its uploader is told of it: nothing of place, time or person. */
record PhotoView(String id, String thumbnail, String display, int width, int height) {

    /** @param door where its uploader fetches the picture */
    static PhotoView of(Photo photo, String door) {
        String base = door + "/" + photo.id();
        return new PhotoView(
                photo.id().toString(), base + "/thumbnail", base + "/display", photo.width(), photo.height());
    }
}
