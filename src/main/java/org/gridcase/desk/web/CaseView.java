package org.gridcase.desk.web;

import java.util.List;
import org.gridcase.casework.CaseFacts;
import org.jspecify.annotations.Nullable;

/**
 * A case's page.
 *
 * @param seen changes whenever anything on the page does
 * @param certain whether the holidays of every year that the limit reaches into are known
 */
record CaseView(
        String seen,
        CaseFacts facts,
        CaseLine line,
        String channel,
        @Nullable String limit,
        boolean certain,
        String areas,
        List<Picture> before,
        List<Picture> after,
        List<Turn> tasks,
        List<ClockView> clocks,
        RequestsView requests,
        @Nullable ForecastView forecast,
        List<Step> steps,
        List<DecisionView> decisions,
        List<Guess> guesses,
        @Nullable WatchView watch,
        boolean mayAnnul) {

    /** A photo: small at once, large on a click. */
    record Picture(String thumbnail, String display, String original, String at) {}

    /** A class the machine held to be likely. */
    record Guess(String code, String name, int percent) {}
}
