package org.gridcase.integration.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.gridcase.limits.KnownCaller;
import org.springframework.stereotype.Component;

/** Systems that show a key of ours are counted by it, wherever they come from. */
@Component
class KeyHolders implements KnownCaller {
    private static final String OURS = "/open311/";

    private final GeoReportKeys keys;

    KeyHolders(GeoReportKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<String> of(HttpServletRequest request) {
        return request.getRequestURI().startsWith(OURS)
                ? Optional.ofNullable(request.getParameter("api_key"))
                        .filter(keys::knows)
                        .map(key -> "open311 " + key)
                : Optional.empty();
    }
}
