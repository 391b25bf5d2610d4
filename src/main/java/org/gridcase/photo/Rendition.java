package org.gridcase.photo;

/** The copies kept of a photo. */
public enum Rendition {
    ORIGINAL,
    DISPLAY,
    THUMBNAIL
}
