package org.gridcase.casework;

import org.gridcase.photo.PhotoId;
import org.jspecify.annotations.Nullable;

/**
 * A case with the picture that leads it.
 *
 * @param first the first photo that shows the trouble
 */
public record CaseFolder(CaseFacts facts, @Nullable PhotoId first) {}
