package org.gridcase.past;

import java.util.Locale;

/** How reports come, and how often. */
enum Channel {
    WORKER(46, 0, 0.62),
    RESIDENT(23, 1, 0.25),
    HOTLINE(18, 1, 0.10),
    VIDEO(9, 2, 0),
    SENSOR(2, 2, 0),
    OPEN311(2, 1, 1);

    private static final double[] SUMS = new double[values().length];

    static {
        double sum = 0;
        for (Channel channel : values()) {
            sum += channel.weight;
            SUMS[channel.ordinal()] = sum;
        }
    }

    private final double weight;
    private final int hours;
    private final double given;

    Channel(double weight, int hours, double given) {
        this.weight = weight;
        this.hours = hours;
        this.given = given;
    }

    static Channel any(Dice dice) {
        return values()[dice.weighted(SUMS)];
    }

    /** Which hours of the day it keeps. */
    int hours() {
        return hours;
    }

    /** How often the class comes with the report. */
    double given() {
        return given;
    }

    boolean isMachine() {
        return this == VIDEO || this == SENSOR;
    }

    /** Whether whoever reports may leave a way to be reached. */
    boolean leavesContact() {
        return this == RESIDENT || this == HOTLINE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
