package org.gridcase.desk.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Turns away a request that gives a parameter twice where a door takes it once: whoever stands before us, a proxy say,
 * may have judged the other one.
 */
@Configuration
class GivenOnce implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod door
                && !fits(request, door)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return false;
        }
        return true;
    }

    private static boolean fits(HttpServletRequest request, HandlerMethod door) {
        try {
            return request.getParameterMap().entrySet().stream()
                    .filter(given -> given.getValue().length > 1)
                    .allMatch(given -> lists(door).anyMatch(given.getKey()::equals));
        } catch (MaxUploadSizeExceededException tooLarge) {
            throw tooLarge;
        } catch (MultipartException unreadable) {
            return false;
        }
    }

    /** The names of what a door takes many of. */
    private static Stream<String> lists(HandlerMethod door) {
        return Arrays.stream(door.getMethod().getParameters()).flatMap(GivenOnce::lists);
    }

    private static Stream<String> lists(Parameter one) {
        if (one.getType().isRecord()) {
            return Arrays.stream(one.getType().getRecordComponents())
                    .filter(part -> many(part.getType()))
                    .map(RecordComponent::getName);
        }
        RequestParam named = one.getAnnotation(RequestParam.class);
        return many(one.getType())
                ? Stream.of(named == null || named.name().isEmpty() ? one.getName() : named.name())
                : Stream.of();
    }

    private static boolean many(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
