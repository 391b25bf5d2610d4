package org.gridcase.past;

/** A past that is not written, with a sentence for whoever runs the command. */
final class PastRefused extends RuntimeException {

    private PastRefused(String sentence) {
        super(sentence, null, false, false);
    }

    static PastRefused unknown(String option) {
        return new PastRefused("There is no option --%s; there are %s.".formatted(option, Wanted.OPTIONS));
    }

    static PastRefused number(String option, String said, long least, long most) {
        return new PastRefused("--%s=%s is no whole number from %d to %d.".formatted(option, said, least, most));
    }

    static PastRefused day(String said) {
        return new PastRefused("--until=%s is no day such as 2026-11-01, today at the latest.".formatted(said));
    }

    static PastRefused yearsAndDays() {
        return new PastRefused("Give --years or --days, not both.");
    }

    static PastRefused cases(long cases) {
        return new PastRefused(
                "This database has %d cases that no past has written. A past is written only where there is none."
                        .formatted(cases));
    }

    static PastRefused mixed(long cases, long written) {
        return new PastRefused(
                "This database has %d cases, but the past begun here has written %d. It is not gone on with, so that they do not mix."
                        .formatted(cases, written));
    }

    static PastRefused other(String there) {
        return new PastRefused(
                "This database has another past: %s. Ask for the same, or take an empty database.".formatted(there));
    }

    static PastRefused written(String there) {
        return new PastRefused("This past is written already: %s.".formatted(there));
    }

    static PastRefused running() {
        return new PastRefused("Another program is writing a past into this database.");
    }

    static PastRefused missing(String what) {
        return new PastRefused("There is no past without %s: import the city first.".formatted(what));
    }
}
