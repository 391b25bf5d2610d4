package org.gridcase.backtest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the city's machines backtests may take.
 *
 * @param threads of one of them, each with a connection to the database
 * @param running how many at once, on all nodes together
 * @param records more than these are not tried at once
 * @param kept cases that are kept by name of one backtest
 * @param silence after which one that says nothing counts as lost with its node
 */
@ConfigurationProperties("gridcase.backtest")
record BacktestSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("2") int running,
        @DefaultValue("60000000") long records,
        @DefaultValue("200000") int kept,
        @DefaultValue("30s") Duration silence) {}
