package org.gridcase.desk.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gridcase.policy.DraftUploads;
import org.gridcase.policy.NamedFile;
import org.gridcase.policy.guard.BundleRefused;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;

/** Where a modeler deploys to: what it sends becomes a draft, and it is answered as the engine would answer. */
class DeploymentDoor extends HttpServlet {
    static final String PATH = "/engine-rest/deployment/create";
    static final int LARGEST = 20 << 20;
    private static final int LONGEST_NAME = 200;

    private final transient DraftUploads uploads;
    private final transient DeploymentAnswers answers;
    private final transient MessageSource messages;
    private final transient LocaleResolver locales;
    private final transient ObjectMapper json;

    DeploymentDoor(
            DraftUploads uploads,
            DeploymentAnswers answers,
            MessageSource messages,
            LocaleResolver locales,
            ObjectMapper json) {
        this.uploads = uploads;
        this.answers = answers;
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        if (request.getContentLengthLong() > LARGEST) {
            UploadLimit.readOn(request);
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "shared.tooLarge", locale);
            return;
        }
        if (!String.valueOf(request.getContentType())
                .toLowerCase(Locale.ROOT)
                .startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "shared.unsupportedType", locale);
            return;
        }
        Collection<Part> parts = parts(request);
        if (parts == null) {
            refuse(response, HttpStatus.BAD_REQUEST, "shared.badRequest", locale);
            return;
        }
        try {
            take(parts, request.getUserPrincipal().getName(), locale, response);
        } catch (BundleRefused refused) {
            write(response, HttpStatus.BAD_REQUEST, answers.refused(refused.findings(), locale));
        } catch (Refusal refused) {
            refuse(
                    response,
                    Problems.status(refused.kind()),
                    refused.key(),
                    locale,
                    refused.arguments().toArray());
        }
    }

    /** None if they cannot be read. */
    private static @Nullable Collection<Part> parts(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (ServletException | IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private void take(Collection<Part> parts, String by, Locale locale, HttpServletResponse response)
            throws IOException {
        String name = "";
        List<NamedFile> files = new ArrayList<>();
        for (Part part : parts) {
            String file = part.getSubmittedFileName();
            if (file != null) {
                files.add(new NamedFile(file, content(part)));
            } else if (part.getName().equals("deployment-name")) {
                name = new String(content(part), StandardCharsets.UTF_8).strip();
            }
        }
        if (name.isEmpty() && !files.isEmpty()) {
            name = files.get(0).name();
        }
        String title = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        write(response, HttpStatus.OK, answers.taken(uploads.deploy(title, files, by), locale));
    }

    private static byte[] content(Part part) throws IOException {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String key, Locale locale, Object... arguments)
            throws IOException {
        String words = Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
        write(response, status, Map.of("type", "Refused", "message", words, "code", key));
    }

    private void write(HttpServletResponse response, HttpStatus status, Object body) throws IOException {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), body);
    }
}
