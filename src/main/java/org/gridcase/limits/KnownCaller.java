package org.gridcase.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Recognises a caller who has no account and yet is known, by a key that was given out, say. */
public interface KnownCaller {

    /** @return a name of its own among all callers */
    Optional<String> of(HttpServletRequest request);
}
