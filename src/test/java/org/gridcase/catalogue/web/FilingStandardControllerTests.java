package org.gridcase.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gridcase.catalogue.CatalogueTest;
import org.gridcase.catalogue.FilingStandard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@CatalogueTest
class FilingStandardControllerTests {
    private static final String PATH = "/api/catalogue/filing-standard.xlsx";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    FilingStandardController controller;

    @Autowired
    FilingStandard standard;

    private MockMvc http;

    @BeforeEach
    void bind() {
        http = MockMvcBuilders.standaloneSetup(controller).build();
    }

    private byte[] exported(Locale locale) throws Exception {
        return http.perform(get(PATH).locale(locale))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", XLSX))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static byte[] withLimitOfNothing(byte[] file) throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.getSheetAt(0).getRow(1).getCell(4).setCellValue(0);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 立案标准, 立案条件", "en, Filing standard, Filing condition"})
    void exportsInTheReadersLanguage(String language, String sheet, String heading) throws Exception {
        byte[] file = exported(Locale.forLanguageTag(language));

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo(sheet);
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(3).getStringCellValue())
                    .isEqualTo(heading);
        }
    }

    @Test
    void takesAFileByPutByPostAndFromAForm() throws Exception {
        byte[] file = exported(Locale.CHINA);
        int before = standard.version();

        http.perform(put(PATH).contentType(XLSX).content(file).principal(() -> "analyst"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(before + 1));
        http.perform(post(PATH).contentType(XLSX).content(file))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(before + 2));
        http.perform(multipart(PATH).file(new MockMultipartFile("file", "../../x.xlsx", XLSX, file)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(before + 3));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 应为 1 到 3650 的整数。", "en, This must be a whole number from 1 to 3650."})
    void saysWhyACellIsRefusedInTheReadersLanguage(String language, String reason) throws Exception {
        byte[] file = withLimitOfNothing(exported(Locale.CHINA));

        http.perform(put(PATH).contentType(XLSX).content(file).locale(Locale.forLanguageTag(language)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.rows").value(0))
                .andExpect(jsonPath("$.refused[0].cell").value("E2"))
                .andExpect(jsonPath("$.refused[0].reason").value(reason));
    }
}
