package org.gridcase.desk.web;

import org.gridcase.forecast.Forecasts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What was learnt of lateness, and how far it can be trusted. */
@Controller
class ForecastController {
    private final Forecasts forecasts;
    private final Times times;

    ForecastController(Forecasts forecasts, Times times) {
        this.forecasts = forecasts;
        this.times = times;
    }

    @GetMapping("/admin/forecast")
    ModelAndView page() {
        var page = new ModelAndView("desk/forecast");
        forecasts.learnt().ifPresent(learnt -> page.addObject("learnt", learnt)
                .addObject("at", times.minute(learnt.at())));
        return page;
    }
}
