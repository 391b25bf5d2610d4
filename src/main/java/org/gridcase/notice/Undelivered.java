package org.gridcase.notice;

/** A letter did not arrive: it was refused for good, or its channel does not work at present. */
final class Undelivered extends RuntimeException {
    private final boolean forGood;
    private final String why;

    private Undelivered(boolean forGood, String why) {
        // nothing of what was sent, and no words of a stranger's, in any log
        super(why, null, false, false);
        this.forGood = forGood;
        this.why = why;
    }

    /** @param why a word and perhaps a number: {@code refused 550} */
    static Undelivered refused(String why) {
        return new Undelivered(true, why);
    }

    static Undelivered down(String why) {
        return new Undelivered(false, why);
    }

    boolean forGood() {
        return forGood;
    }

    String why() {
        return why;
    }
}
