package org.gridcase.notice;

import java.util.List;
import java.util.Optional;
import org.gridcase.shared.CaseId;

/** How those who reported are reached: known where reports are kept, and asked anew each time something is sent. */
public interface Reporters {

    /**
     * Somebody who left a way to be reached.
     *
     * @param report whose report it is, by its id
     * @param channels what they left, the first of them preferred
     */
    record Reached(String report, List<Channel> channels) {}

    List<Reached> of(CaseId id);

    /** A number or an address as it was typed; none any more once it was erased. */
    Optional<String> address(String report, Channel channel);
}
