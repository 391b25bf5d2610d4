package org.gridcase.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the scope of a city that has no areas yet: importing them needs an administrator, whose grant needs a scope. The
 * import names it.
 */
@Component
class CityScope implements InitializingBean {
    private static final Pattern CITY = Pattern.compile("[0-9]{4}00");

    private final Scopes scopes;
    private final String code;

    CityScope(Scopes scopes, @Value("${gridcase.city.code:}") String code) {
        this.scopes = scopes;
        this.code = code.strip();
    }

    /** @throws IllegalStateException if the setting is no city's administrative code */
    @Override
    public void afterPropertiesSet() {
        if (code.isEmpty()) {
            return;
        }
        if (!CITY.matcher(code).matches()) {
            throw new IllegalStateException("gridcase.city.code is no city's code of six digits: " + code);
        }
        if (scopes.find(code).isEmpty()) {
            scopes.put(List.of(new Scope(code, null, null, code)));
        }
    }
}
