package org.gridcase.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The city's processes, rules and forms as they travel in the jar, or lie in a directory that is named instead. */
@Component
class BundledFolders {
    private static final String ROOT = "/policy/";
    private static final int LARGEST = 4 << 20;
    private static final int MOST = 200;
    private static final Pattern FILE = Pattern.compile("(?:processes|rules|forms)/[A-Za-z0-9/_-][A-Za-z0-9/._-]*");

    private final PolicyFolder folder;

    BundledFolders(PolicyFolder folder) {
        this.folder = folder;
    }

    List<Artifact> artifacts() {
        return folder.folder() == null ? inJar() : in(folder.folder());
    }

    /** Files that editors keep beside it are none of it. */
    private static List<Artifact> in(Path root) {
        List<Artifact> found = new ArrayList<>();
        for (String name : List.of("processes", "rules", "forms")) {
            Path top = root.resolve(name);
            if (!Files.isDirectory(top)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(top, 4)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String path = root.relativize(file).toString().replace('\\', '/');
                    if (FILE.matcher(path).matches() && !path.contains("/.")) {
                        found.add(Artifact.of(path, content(path, new FileSystemResource(file))));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (found.isEmpty() || found.size() > MOST) {
            throw new IllegalStateException("no policy, or too many files: " + root);
        }
        return found;
    }

    private static List<Artifact> inJar() {
        List<Artifact> found = new ArrayList<>();
        for (String folder : List.of("processes", "rules", "forms")) {
            found.addAll(inJar(folder));
        }
        return found;
    }

    private static List<Artifact> inJar(String folder) {
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
