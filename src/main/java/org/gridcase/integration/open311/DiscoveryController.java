package org.gridcase.integration.open311;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gridcase.catalogue.Catalogue;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What this server offers, and whether its services have changed since. */
@Controller
@Tag(name = "Open311")
class DiscoveryController {
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String BASE = "/open311/v2";

    private final Catalogue catalogue;

    DiscoveryController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param changeset names the version of the catalogue */
    record Discovery(String changeset, String contact, String key_service, List<Endpoint> endpoints) {}

    /** The one endpoint. */
    record Endpoint(String specification, String url, String changeset, String type, List<String> formats) {}

    @GetMapping(BASE + "/discovery" + Format.PATH)
    @Operation(summary = "Service discovery")
    ResponseEntity<byte[]> discover(@PathVariable Format format) {
        String here = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        String changeset = String.valueOf(catalogue.version());
        var endpoint = new Endpoint(
                SPECIFICATION, here + BASE, changeset, "production", List.of("text/xml", "application/json"));
        return Answers.ok(format, "discovery", new Discovery(changeset, here + "/", here + "/", List.of(endpoint)));
    }
}
