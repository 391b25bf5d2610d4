package org.gridcase.doors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What the application answers to, asked of the application itself. */
final class Mappings {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z*]+)(?::((?:[^{}]|\\{[^{}]*})*))?}");
    private static final Map<String, String> EXAMPLES = Map.of(
            "format",
            "json",
            "code",
            "en",
            "release",
            "0",
            "number",
            "0",
            "secret",
            "AAAAAAAAAAAAAAAAAAAAAA",
            "token",
            "123");

    private Mappings() {}

    /** {@code METHOD /pattern} of each; ANY if it takes every method. */
    static Set<String> of(ApplicationContext application) {
        var doors = new TreeSet<String>();
        application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> doors.addAll(doors(info))));
        return doors;
    }

    private static List<String> doors(RequestMappingInfo info) {
        Set<?> named = info.getMethodsCondition().getMethods();
        Stream<?> methods = named.isEmpty() ? Stream.of("ANY") : named.stream();
        return methods.flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path))
                .toList();
    }

    /** A path of that pattern; what it names is this, or does not exist. */
    static String path(String pattern, String id) {
        return VARIABLE.matcher(pattern)
                .replaceAll(found -> example(found.group(1), found.group(2), id))
                .replace("**", "nothing");
    }

    private static String example(String name, String constraint, String id) {
        if (name.equals("task") && constraint != null) {
            return "report";
        }
        return EXAMPLES.getOrDefault(name, id);
    }
}
