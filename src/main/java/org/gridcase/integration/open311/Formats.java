package org.gridcase.integration.open311;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the end of a path. */
@Component
class Formats implements Converter<String, Format> {

    @Override
    public Format convert(String end) {
        return Format.valueOf(end.toUpperCase(Locale.ROOT));
    }
}
