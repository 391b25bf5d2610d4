package org.gridcase.desk.form;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Sights;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what people look up while they fill in a form. */
@RestController
class LookUpController {
    private static final int MOST = 20;
    private static final int LONGEST_NUMBER = 40;

    private final Cases cases;
    private final Sights sights;
    private final Offers offers;

    LookUpController(Cases cases, Sights sights, Offers offers) {
        this.cases = cases;
        this.sights = sights;
        this.offers = offers;
    }

    @GetMapping("/work/catalogue")
    List<Offer> classes(@RequestParam(defaultValue = "") String q, Locale locale) {
        return offers.classes(q, locale).limit(MOST).toList();
    }

    /** A case by its number, if this person may know of it; at most one. */
    @GetMapping("/work/cases")
    List<Offer> cases(@RequestParam(defaultValue = "") String number, Principal who, Locale locale) {
        return Optional.of(number.strip())
                .filter(asked -> !asked.isEmpty() && asked.length() <= LONGEST_NUMBER)
                .flatMap(cases::numbered)
                .filter(found -> sights.of(who.getName()).sees(found))
                .map(found -> offers.other(found, locale))
                .stream()
                .toList();
    }
}
