package dev.upkeep.history.store;

import dev.upkeep.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/// Opens a connection to SQLite. The seam at which tests make disks full.
@FunctionalInterface
interface Connector {
  String MEMORY = "jdbc:sqlite::memory:";

  /// Opens or creates what the URL names.
  ///
  /// @param url of JDBC, for sqlite-jdbc
  Connection connect(String url) throws SQLException;

  /// The real one.
  ///
  /// @param nativeFolder where sqlite-jdbc unpacks its native library; a shared /tmp may forbid
  ///   running what is in it. Only the first of a process counts.
  static Connector unpackingTo(Path nativeFolder) {
    return url -> {
      try {
        // A library that others could replace would run as us.
        OwnerOnly.folder(nativeFolder);
        System.setProperty("org.sqlite.tmpdir", nativeFolder.toString());
        Connection connection = JDBC.createConnection(url, new Properties());
        // sqlite-jdbc makes its files by the umask.
        OwnerOnly.closeBelow(nativeFolder);
        return connection;
      } catch (IOException | LinkageError e) {
        throw SqlTrouble.cannotOpen("SQLite cannot be loaded", e);
      }
    };
  }
}
