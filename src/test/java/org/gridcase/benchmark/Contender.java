package org.gridcase.benchmark;

import javax.sql.DataSource;

/** One of those who walk cases from report to close. */
interface Contender extends AutoCloseable {

    String name();

    DataSource database();

    /** Makes ready, outside what is measured, whatever these cases will need. */
    void prepare(int cases);

    /** Takes one case from its report until it is closed. */
    void walk() throws InterruptedException;

    @Override
    void close();
}
