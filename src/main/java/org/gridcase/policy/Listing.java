package org.gridcase.policy;

import java.util.List;

/** A file of policy as lines of cells, so that it can be said line by line what differs. */
record Listing(List<String> columns, List<Line> lines) {

    /** @param id what makes it the same line in both files */
    record Line(String id, List<String> cells) {}
}
