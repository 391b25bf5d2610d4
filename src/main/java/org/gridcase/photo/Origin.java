package org.gridcase.photo;

/**
 * Where an upload comes from.
 *
 * @param channel the door it came through, such as {@code resident}
 * @param declared what the sender says of place and time, which may differ from what the file says
 */
public record Origin(String channel, Uploader by, Capture declared) {}
