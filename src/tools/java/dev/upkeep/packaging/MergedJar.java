package dev.upkeep.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/// Makes one jar of the program's and its libraries'. Java looks for a service in every jar of the
/// class path, a resolver of names and a logger among them, and each look costs a start more than
/// what is looked for.
///
/// Licences and notices stay, each under the name of the jar it came with; services are joined.
public final class MergedJar {
  private static final Pattern LICENCE =
      Pattern.compile(
          "(META-INF/)?(LICENSE|LICENCE|NOTICE|COPYING|AUTHORS|AL2\\.0|LGPL)[^/]*|META-INF/(licenses|LICENSES)/.*",
          Pattern.CASE_INSENSITIVE);

  /// What a jar says of itself, and the themes that the window does not have.
  private static final Pattern NOT_WANTED =
      Pattern.compile(
          "atlantafx/base/theme/(nord|cupertino|dracula)[^/]*\\.[cb]ss|module-info\\.class|META-INF/versions/\\d+/module-info\\.class|META-INF/MANIFEST\\.MF|META-INF/INDEX\\.LIST|META-INF/[^/]+\\.(SF|RSA|DSA)");

  private static final String SERVICES = "META-INF/services/";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Map<String, Set<String>> services = new LinkedHashMap<>();
  private final Map<String, String> from = new LinkedHashMap<>();
  private boolean versions;

  private MergedJar() {}

  /// Replaces the first jar by one that holds all of them.
  ///
  /// @param args the program's jar, and its libraries
  public static void main(String[] args) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String arg : args) {
      jars.add(Path.of(arg));
    }
    merge(jars);
  }

  static void merge(List<Path> jars) throws IOException {
    MergedJar merged = new MergedJar();
    for (Path jar : jars) {
      merged.add(jar);
    }
    Path first = jars.getFirst();
    Path changed = first.resolveSibling(first.getFileName() + ".new");
    merged.write(changed, manifest(first));
    Files.move(changed, first, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Manifest manifest(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      manifest.getMainAttributes().remove(Attributes.Name.CLASS_PATH);
      return manifest;
    }
  }

  private void add(Path jar) throws IOException {
    String label = jar.getFileName().toString().replaceAll("\\.jar$", "");
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      versions |=
          manifest != null
              && "true"
                  .equalsIgnoreCase(
                      manifest.getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE));
      for (JarEntry entry : file.stream().toList()) {
        String name = entry.getName();
        if (entry.isDirectory() || NOT_WANTED.matcher(name).matches()) {
          continue;
        }
        byte[] content = file.getInputStream(entry).readAllBytes();
        if (name.startsWith(SERVICES)) {
          addService(name, content);
        } else if (LICENCE.matcher(name).matches()) {
          put("META-INF/licenses/" + label + "/" + name.replace("META-INF/", ""), content, label);
        } else {
          put(name, content, label);
        }
      }
    }
  }

  private void put(String name, byte[] content, String label) {
    byte[] other = entries.putIfAbsent(name, content);
    if (other != null && name.endsWith(".class")) {
      throw new IllegalStateException(name + " is in " + from.get(name) + " and in " + label);
    }
    from.putIfAbsent(name, label);
  }

  private void addService(String name, byte[] content) {
    Set<String> providers = services.computeIfAbsent(name, _ -> new LinkedHashSet<>());
    new String(content, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceAll("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(providers::add);
  }

  private void write(Path jar, Manifest manifest) throws IOException {
    if (versions) {
      manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    }
    services.forEach((name, providers) ->
        entries.put(name, (String.join("\n", providers) + "\n").getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    manifest.write(first);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      write(out, "META-INF/MANIFEST.MF", first.toByteArray());
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        write(out, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
    JarEntry entry = new JarEntry(name);
    // The same whenever it is built.
    entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
