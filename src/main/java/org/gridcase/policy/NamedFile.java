package org.gridcase.policy;

/**
 * A file as somebody sends it, under their own name for it.
 *
 * @param name maybe with folders, as in an archive
 */
public record NamedFile(String name, byte[] content) {}
