package org.gridcase.notice;

/** Takes letters out of the house by one channel. */
interface Carrier {

    Channel channel();

    /** Whether the city has set it up. */
    boolean ready();

    /**
     * Outside of any transaction, for it may take its time.
     *
     * @throws Undelivered if it did not arrive, as far as can be told
     */
    void send(Letter letter);
}
