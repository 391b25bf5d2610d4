package org.gridcase.photo;

import org.springframework.core.io.Resource;

/** Keeps photos' files, keyed by the hash of the original. */
interface PhotoStore {

    /** What is kept already stays as it is. */
    void putIfAbsent(Sha256 original, Rendition rendition, Resource content);

    /** The resource may turn out not to exist. */
    Resource open(Sha256 original, Rendition rendition);

    boolean exists(Sha256 original, Rendition rendition);

    /** Does nothing if there is none. */
    void delete(Sha256 original, Rendition rendition);
}
