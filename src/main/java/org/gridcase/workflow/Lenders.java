package org.gridcase.workflow;

import java.util.Collection;
import java.util.Optional;

/** Knows for whom somebody works on a task that is theirs only by standing in. */
public interface Lenders {

    /** Who lends this person the only right they have to these {@code role@scope} groups; none if one is their own. */
    Optional<String> lender(String account, Collection<String> groups);
}
