package dev.upkeep.history.store;

import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Timings;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// The timings of a touch in about fifteen bytes: for each rung its number, then microseconds in
/// groups of seven bits, the lowest first, the high bit set on all but the last.
final class TimingsBytes {
  private TimingsBytes() {}

  static byte[] write(Timings timings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(24);
    for (Rung rung : Rung.values()) {
      timings
          .of(rung)
          .ifPresent(time -> {
            out.write(Codes.rung(rung));
            long micros = Math.max(0, time.toNanos() / 1000);
            while (micros > 0x7f) {
              out.write((int) (micros & 0x7f) | 0x80);
              micros >>>= 7;
            }
            out.write((int) micros);
          });
    }
    return out.toByteArray();
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws SQLException as damage, if it is something else
  static Timings read(byte[] bytes) throws SQLException {
    Map<Rung, Duration> byRung = new EnumMap<>(Rung.class);
    int i = 0;
    while (i < bytes.length) {
      Rung rung = Codes.word(Rung.class, Codes::rung, bytes[i++]);
      long micros = 0;
      for (int shift = 0; ; shift += 7) {
        if (i == bytes.length || shift > 56) {
          throw SqlTrouble.damage("timings end in the middle");
        }
        byte group = bytes[i++];
        micros |= (group & 0x7fL) << shift;
        if (group >= 0) {
          break;
        }
      }
      byRung.put(rung, Duration.ofNanos(Math.multiplyExact(micros, 1000L)));
    }
    return new Timings(byRung);
  }
}
