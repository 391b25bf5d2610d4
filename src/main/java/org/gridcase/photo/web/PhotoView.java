package org.gridcase.photo.web;

import org.gridcase.photo.Photo;

/** A photo as its uploader is told of it: nothing of place, time or person. */
record PhotoView(String id, String thumbnail, String display, int width, int height) {

    static PhotoView of(Photo photo) {
        String base = "/photos/" + photo.id();
        return new PhotoView(
                photo.id().toString(), base + "/thumbnail", base + "/display", photo.width(), photo.height());
    }
}
