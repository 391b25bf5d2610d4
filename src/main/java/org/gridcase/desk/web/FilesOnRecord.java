package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts on record whoever takes a file of the city's data out or in, before it is done, and how an import ended. */
@Configuration
class FilesOnRecord implements WebMvcConfigurer, HandlerInterceptor {
    private static final Set<String> IN = Set.of("POST", "PUT");

    private final Audit audit;

    FilesOnRecord(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry doors) {
        doors.addInterceptor(this)
                .addPathPatterns("/api/grids/import/*", "/api/grids/export/*", "/api/catalogue/filing-standard.xlsx");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            note(request, comesIn(request) ? "file.import" : "file.export", Map.of());
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (handler instanceof HandlerMethod && comesIn(request)) {
            boolean taken = failure == null && response.getStatus() < 300;
            note(request, taken ? "file.imported" : "file.refused", Map.of("status", response.getStatus()));
        }
    }

    private void note(HttpServletRequest request, String action, Map<String, ?> detail) {
        String path = request.getRequestURI();
        var file = new Subject("file", path.substring(path.lastIndexOf('/') + 1));
        audit.note(new AuditEntry(request.getUserPrincipal().getName(), action, file, null, detail));
    }

    private static boolean comesIn(HttpServletRequest request) {
        return IN.contains(request.getMethod());
    }
}
