package org.gridcase.whatif;

/**
 * Numbers that only look like chance: the same for the same seed, case, place and turn, whatever else happens, so that
 * two flows differ by what they are and not by luck.
 */
final class Chance {

    private Chance() {}

    /** At least 0, less than 1. */
    static double share(long seed, long of, String where, int turn) {
        long mix = mixed(seed + 0x9E3779B97F4A7C15L * (of + 1));
        mix = mixed(mix ^ where.hashCode() * 0xD1B54A32D192ED03L);
        mix = mixed(mix + turn * 0x8CB92BA72F3D8DD7L);
        return (mix >>> 11) * 0x1.0p-53;
    }

    private static long mixed(long value) {
        long it = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        it = (it ^ it >>> 27) * 0x94D049BB133111EBL;
        return it ^ it >>> 31;
    }
}
