package org.gridcase.grid.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** Stops at a feature that is far too long, before it fills the memory. */
final class FeatureParser extends JsonParserDelegate {
    private final int most;
    private int tokens;

    FeatureParser(JsonParser parser, int most) {
        super(parser);
        this.most = most;
    }

    void nextFeature() {
        tokens = 0;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        if (++tokens > most) {
            throw new FileTooLarge();
        }
        return super.nextToken();
    }
}
