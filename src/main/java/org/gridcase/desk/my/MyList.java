package org.gridcase.desk.my;

import java.util.List;

/**
 * A person's tasks.
 *
 * @param total how many there are, listed or not
 */
record MyList(List<MyLine> tasks, long total) {}
