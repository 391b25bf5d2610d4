package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What stands above the API's generated description. */
@Configuration
@OpenAPIDefinition(
        info =
                @Info(
                        title = "GridCase 网格案",
                        version = "v1",
                        description =
                                "Cases, tasks and reports. Every refusal is a problem+json (RFC 9457) whose detail is "
                                        + "a sentence in the caller's language (Accept-Language zh or en) and whose code never "
                                        + "changes. Open311 GeoReport v2 under /open311/v2 needs no account.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "basic"))
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDocument {}
