package dev.upkeep.control.instance;

import dev.upkeep.control.wire.RecordJson;
import dev.upkeep.control.wire.WireException;
import dev.upkeep.file.Moves;
import dev.upkeep.file.OwnerOnly;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Where an agent is to be found: its lock, its note about itself and its socket, in the state
/// folder. The socket moves to a short folder of its own where the system could not take its path.
public final class AgentPlace {
  /// `sun_path` has 108 bytes on Linux, 104 on macOS, the final zero included.
  static final int LONGEST_SOCKET_PATH = 100;

  private final Path folder;
  private final Path shortFolders;

  AgentPlace(Path folder, Path shortFolders) {
    this.folder = folder.toAbsolutePath().normalize();
    this.shortFolders = shortFolders;
  }

  /// The agent of a state folder, which need not be there yet. Touches no file.
  public static AgentPlace in(Path stateFolder) {
    // Not java.io.tmpdir on Unix: cron and the desktop may have different ones.
    boolean posix = OwnerOnly.isPosix(stateFolder);
    return new AgentPlace(
        stateFolder, Path.of(posix ? "/tmp" : System.getProperty("java.io.tmpdir", ".")));
  }

  public Path folder() {
    return folder;
  }

  /// Held by whoever keeps. Never deleted: two processes could each hold a lock of that name.
  public Path lockFile() {
    return folder.resolve("agent.lock");
  }

  /// What the agent tells about itself; see [#info()].
  public Path infoFile() {
    return folder.resolve("agent.json");
  }

  /// Where the agent listens. The state folder must be there, since its owner may be part of the
  /// path.
  public Path socket() throws IOException {
    Path usual = folder.resolve("agent.sock");
    if (bytes(usual) <= LONGEST_SOCKET_PATH) {
      return usual;
    }
    Path moved = shortFolder().resolve("agent.sock");
    if (bytes(moved) > LONGEST_SOCKET_PATH) {
      throw new IOException("The path of the control socket is too long: " + moved);
    }
    return moved;
  }

  /// Creates the folders, and sees that they are their owner's alone.
  ///
  /// @throws IOException if a folder is not what it must be, as a sentence
  public void prepare() throws IOException {
    OwnerOnly.folder(folder);
    if (!socket().startsWith(folder)) {
      PrivateFiles.sharedFolder(shortFolder(), owner());
    }
  }

  /// Whether the folder of the socket may be trusted by somebody who only connects.
  public void verify() throws IOException {
    if (!socket().startsWith(folder)) {
      PrivateFiles.verify(shortFolder(), owner());
    }
  }

  /// Who the agent of this place is run by.
  public UserPrincipal owner() throws IOException {
    return Files.getOwner(folder);
  }

  /// What the agent says about itself.
  ///
  /// @param protocol the version of the protocol that it speaks
  public record Info(long pid, int protocol, Path socket, Instant startedAt) {}

  /// What an agent has left here; it may have ended since. Empty where there is nothing that can be
  /// read.
  public Optional<Info> info() {
    try {
      Json json = Json.parse(Files.readString(infoFile()), 64 * 1024);
      return Optional.of(RecordJson.read(Info.class, json, true));
    } catch (IOException | JsonException | WireException unreadable) {
      return Optional.empty();
    }
  }

  /// Replaces what is told, at once.
  public void tell(Info info) throws IOException {
    Path draft = folder.resolve("agent.json.new");
    Files.deleteIfExists(draft);
    PrivateFiles.file(draft);
    Files.writeString(draft, RecordJson.write(info).writePretty() + "\n");
    Moves.replace(draft, infoFile());
  }

  private Path shortFolder() throws IOException {
    String uid =
        OwnerOnly.isPosix(folder)
            ? Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS) + "-"
            : "";
    return shortFolders.resolve("upkeep-" + uid + hash(folder.toString()));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static int bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
