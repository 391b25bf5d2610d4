package org.gridcase.intake;

import org.gridcase.casework.CaseMoved;
import org.gridcase.casework.Cases;
import org.gridcase.notice.News;
import org.gridcase.notice.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever reported what became of it: each move for which the city has words. */
@Component
class ReporterNews {
    private final Notices notices;
    private final ReportersReached reporters;
    private final Cases cases;

    ReporterNews(Notices notices, ReportersReached reporters, Cases cases) {
        this.notices = notices;
        this.reporters = reporters;
        this.cases = cases;
    }

    /** With the move, so that neither is without the other. */
    @EventListener
    void moved(CaseMoved moved) {
        String template = "resident." + moved.move();
        if (!notices.know(template) || reporters.of(moved.id()).isEmpty()) {
            return;
        }
        String event =
                "case/" + moved.id() + "/" + moved.move() + "/" + moved.at().toEpochMilli();
        notices.tellReporters(
                News.of(event, template, moved.id())
                        .with("number", cases.facts(moved.id()).number()),
                moved.id());
    }
}
