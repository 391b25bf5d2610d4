package org.gridcase.grid.web;

import java.util.List;

/** An import's report as administrators read it, in both languages. */
record ReportView(int imported, List<Row> refused) {

    record Row(int row, String field, String reason, String zh, String en) {}
}
