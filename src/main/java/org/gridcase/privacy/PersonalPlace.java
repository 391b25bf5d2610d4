package org.gridcase.privacy;

import java.util.List;
import java.util.Map;
import org.gridcase.shared.CaseId;

/** Where something of a case's reporter is kept: each module answers for its own tables and files. */
public interface PersonalPlace {
    /** What stands where words were. */
    String ERASED = "〔已删除〕";

    /** Everything, as it is kept. */
    List<Kept> kept(CaseId id);

    /**
     * Takes it away, in the caller's transaction.
     *
     * @return how many of which kind went, by the kinds of {@link Kept}
     */
    Map<String, Integer> erase(CaseId id);
}
