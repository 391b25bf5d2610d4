package org.gridcase.desk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away a form that is larger than all its photos may be, before anybody looks for a token in it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UploadLimit extends OncePerRequestFilter {
    /** So much of what is refused is read on, so that its sender gets to read the answer. */
    private static final int COURTESY = 80 << 20;

    private final long most;

    UploadLimit(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean form = String.valueOf(request.getContentType()).startsWith("multipart/");
        if (form && request.getContentLengthLong() > most) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        readOn(request);
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }

    static void readOn(HttpServletRequest request) throws IOException {
        InputStream rest = request.getInputStream();
        byte[] lost = new byte[16 * 1024];
        for (int left = COURTESY, read; left > 0 && (read = rest.read(lost)) >= 0; left -= read) {}
    }
}
