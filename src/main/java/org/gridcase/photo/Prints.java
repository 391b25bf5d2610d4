package org.gridcase.photo;

/**
 * What is made of an original: its facts and the copies for showing.
 *
 * @param width of the original in pixels, held upright; {@code height} likewise
 * @param display a JPEG without anything but pixels; {@code thumbnail} likewise
 */
record Prints(Format format, int width, int height, Capture embedded, byte[] display, byte[] thumbnail) {}
