package org.gridcase.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that stays in place while cases are added.
 *
 * @param next where the next page begins, for {@link CaseQuery#after()}; none on the last
 */
public record CasePage(List<CaseSummary> cases, @Nullable String next) {}
