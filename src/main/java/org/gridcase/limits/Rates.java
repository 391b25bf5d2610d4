package org.gridcase.limits;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The city's own rates ({@code gridcase.limits.reports=3000/10m}), or the usual. */
@Component
class Rates {
    private final Map<Limit, Rate> own = new EnumMap<>(Limit.class);

    Rates(Environment environment) {
        Binder.get(environment)
                .bind("gridcase.limits", Bindable.mapOf(Limit.class, Rate.class))
                .ifBound(own::putAll);
    }

    Rate of(Limit limit) {
        return own.getOrDefault(limit, limit.usual());
    }
}
