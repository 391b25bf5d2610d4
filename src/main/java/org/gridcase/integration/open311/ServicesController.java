package org.gridcase.integration.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The classes of the catalogue as services; none asks for more than the standard fields. */
@Controller
@RequestMapping("/open311/v2")
@Tag(name = "Open311")
class ServicesController {
    /** The service that leaves the class to the assistant. */
    static final String AUTO = "auto";

    private final Catalogue catalogue;
    private final Jurisdiction jurisdiction;
    private final MessageSource messages;

    ServicesController(Catalogue catalogue, Jurisdiction jurisdiction, MessageSource messages) {
        this.catalogue = catalogue;
        this.jurisdiction = jurisdiction;
        this.messages = messages;
    }

    /** One line of the list of services. */
    record Service(
            @JsonProperty("service_code") String code,
            @JsonProperty("service_name") String name,
            String description,
            boolean metadata,
            String type,
            String keywords,
            String group) {}

    /** What a service asks for beyond the standard fields. */
    record Definition(@JsonProperty("service_code") String code, List<Object> attributes) {}

    @GetMapping("/services" + Format.PATH)
    @Operation(summary = "List the services")
    ResponseEntity<byte[]> list(
            @PathVariable Format format,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String city,
            Locale locale) {
        jurisdiction.check(city);
        var classes = catalogue.all().stream().filter(CaseClass::active).map(one -> service(one, locale));
        return Answers.ok(
                format,
                "services",
                Stream.concat(Stream.of(auto(locale)), classes).toList());
    }

    @GetMapping("/services/{code}" + Format.PATH)
    @Operation(summary = "A service's definition")
    ResponseEntity<byte[]> define(
            @PathVariable Format format,
            @PathVariable String code,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String city) {
        jurisdiction.check(city);
        if (!code.equals(AUTO) && catalogue.byServiceCode(code).isEmpty()) {
            throw GeoReportRefused.unknownService(code);
        }
        return Answers.ok(format, "service_definition", new Definition(code, List.of()));
    }

    private static Service service(CaseClass one, Locale locale) {
        String group = one.group().name(locale);
        String name = one.name(locale);
        return new Service(
                one.serviceCode(),
                name,
                group + " / " + name,
                false,
                "realtime",
                String.join(",", one.keywords()),
                group);
    }

    private Service auto(Locale locale) {
        String name = messages.getMessage("integration.service.auto", null, locale);
        String text = messages.getMessage("integration.service.auto.description", null, locale);
        return new Service(AUTO, name, text, false, "realtime", "", name);
    }
}
