package org.gridcase.integration.open311;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.grid.Grids;
import org.gridcase.intake.Reports;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class GeoReportKeysTests {
    private static final String DOOR = "/open311/v2/requests.json";

    private final Reports reports = mock(Reports.class);

    /** The specification has one error for both: 403, missing or invalid API key. */
    @Test
    void whereKeysWereGivenOutOnlyTheirHoldersReport() throws Exception {
        MockMvc door = door(Set.of("key-of-the-newspaper", "another"));

        for (String wrong : new String[] {"", "key-of-the-newspape", "KEY-OF-THE-NEWSPAPER"}) {
            door.perform(post(DOOR).param("service_code", "auto").param("api_key", wrong))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$[0].code").value(403));
        }
        door.perform(post(DOOR).param("service_code", "auto"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$[0].code").value(403));
        verifyNoInteractions(reports);
    }

    /** What is wrong after the key is said next: nobody gets that far without one. */
    @Test
    void aKeyGivenOutOpensTheDoor() throws Exception {
        door(Set.of("key-of-the-newspaper"))
                .perform(post(DOOR).param("api_key", "key-of-the-newspaper"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$[0].code").value(400));
    }

    private MockMvc door(Set<String> keys) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/shared", "messages/integration");
        messages.setDefaultEncoding("UTF-8");
        messages.setUseCodeAsDefaultMessage(true);
        var conversion = new DefaultFormattingConversionService();
        conversion.addConverter(new Formats());
        var controller = new SubmitController(
                reports, mock(Catalogue.class), new Jurisdiction(mock(Grids.class)), new GeoReportKeys(keys), messages);
        return MockMvcBuilders.standaloneSetup(controller)
                .setControllerAdvice(new Errors(messages))
                .setConversionService(conversion)
                .build();
    }
}
