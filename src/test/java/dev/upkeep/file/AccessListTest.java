package dev.upkeep.file;

import static dev.upkeep.testing.windows.WindowsFiles.ADMINISTRATORS;
import static dev.upkeep.testing.windows.WindowsFiles.EVERYONE;
import static dev.upkeep.testing.windows.WindowsFiles.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.windows.WindowsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may use a folder of ours on Windows, by access lists as they are there.
final class AccessListTest {
  @TempDir private Path real;

  private final WindowsFiles windows = new WindowsFiles();
  private Path profile;
  private Path elsewhere;
  private UserPrincipal user;

  @BeforeEach
  void folders() throws IOException {
    profile = Files.createDirectory(windows.path(real).resolve("Users"));
    elsewhere = Files.createDirectory(windows.path(real).resolve("data"));
    user = windows.account("PC\\zoe", "zoe");
    windows.account("PC");
    // As Windows lays a user's folder out, with a reader that somebody has added.
    windows.list(
        profile,
        List.of(
            entry(user, EnumSet.allOf(AclEntryPermission.class)),
            entry(SYSTEM, EnumSet.allOf(AclEntryPermission.class)),
            entry(ADMINISTRATORS, EnumSet.allOf(AclEntryPermission.class)),
            entry(EVERYONE, Set.of(AclEntryPermission.READ_DATA))));
  }

  private static AclEntry entry(UserPrincipal who, Set<AclEntryPermission> what) {
    return AclEntry.newBuilder()
        .setType(AclEntryType.ALLOW)
        .setPrincipal(who)
        .setPermissions(what)
        .build();
  }

  private AccessList lists() {
    return new AccessList(profile, List.of("PC\\zoe", "zoe"));
  }

  @Test
  void what_is_made_at_an_elevated_prompt_is_still_the_users() throws IOException {
    windows.ownedBy(ADMINISTRATORS);

    lists().close(elsewhere);

    assertThat(windows.list(elsewhere))
        .extracting(AclEntry::principal)
        .containsExactly(user, SYSTEM, ADMINISTRATORS);
    assertThat(windows.list(elsewhere))
        .allSatisfy(entry -> {
          assertThat(entry.permissions()).containsAll(EnumSet.allOf(AclEntryPermission.class));
          assertThat(entry.flags())
              .contains(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
        });
    assertThat(lists().isClosed(elsewhere)).isTrue();
  }

  @Test
  void in_the_users_own_folder_what_is_inherited_stays() throws IOException {
    Path inside = Files.createDirectory(profile.resolve("Upkeep"));

    lists().close(inside);

    assertThat(windows.list(inside)).isEmpty();
    assertThat(lists().isClosed(inside)).isTrue();
  }

  @Test
  void a_folder_that_others_may_use_is_not_taken() throws IOException {
    windows.list(elsewhere, List.of(entry(user, Set.of()), entry(EVERYONE, Set.of())));

    assertThat(lists().isClosed(elsewhere)).isFalse();
  }

  @Test
  void a_user_whom_windows_does_not_find_is_not_locked_out() throws IOException {
    new AccessList(profile, List.of("PC\\nobody")).close(elsewhere);

    assertThat(windows.list(elsewhere)).isEmpty();
  }

  @Test
  void an_unreadable_profile_leaves_the_user_alone() throws IOException {
    windows.reparsePoint(profile);

    lists().close(elsewhere);

    assertThat(windows.list(elsewhere)).extracting(AclEntry::principal).containsExactly(user);
  }
}
