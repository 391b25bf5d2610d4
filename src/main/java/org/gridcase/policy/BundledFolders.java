package org.gridcase.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The city's processes, rules and forms as they travel in the jar. */
@Component
class BundledFolders {
    private static final String ROOT = "/policy/";
    private static final int LARGEST = 4 << 20;

    List<Artifact> artifacts() {
        List<Artifact> found = new ArrayList<>();
        for (String folder : List.of("processes", "rules", "forms")) {
            found.addAll(in(folder));
        }
        return found;
    }

    private static List<Artifact> in(String folder) {
        try {
            List<Artifact> found = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:policy/" + folder + "/**")) {
                String path = path(file);
                if (file.isReadable() && !path.endsWith("/")) {
                    found.add(Artifact.of(path, content(path, file)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Resource file) throws IOException {
        String url = file.getURL().toString();
        return url.substring(url.lastIndexOf(ROOT) + ROOT.length());
    }

    private static byte[] content(String path, Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IllegalStateException("too large for a release: " + path);
            }
            return content;
        }
    }
}
