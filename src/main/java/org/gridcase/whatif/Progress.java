package org.gridcase.whatif;

/** Told how far the work is. */
interface Progress {

    /**
     * @param share of the whole, from 0 to 1
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    void at(double share);
}
