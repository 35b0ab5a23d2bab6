package dev.upkeep.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A service and a timer for each run, hardened as far as a Java program lets them.
final class SystemdFiles {
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private SystemdFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    List<GeneratedFile> files = new ArrayList<>();
    for (Run run : layout.runs()) {
      files.add(GeneratedFile.open("upkeep-" + run.word() + ".service", service(layout, run)));
      files.add(GeneratedFile.open("upkeep-" + run.word() + ".timer", timer(layout, run)));
      files.add(GeneratedFile.open(run.definitions(), layout.definitions(run.databases())));
    }
    layout.certificates().files().forEach((name, pem) -> files.add(GeneratedFile.open(name, pem)));
    files.add(SecretsFile.of(layout));
    return files;
  }

  private static String service(Layout layout, Run run) {
    return String.format(
        Locale.ROOT,
        """
        # Upkeep from systemd: one run that touches
        %1$s#
        #   1. Put the definitions%5$s into %2$s, readable for all, and %3$s, readable for root alone. Fill it in.
        #   2. Put this file and upkeep-%4$s.timer into /etc/systemd/system.
        #   3. systemctl daemon-reload && systemctl enable --now upkeep-%4$s.timer
        #
        # systemctl start upkeep-%4$s.service tries it; journalctl -u upkeep-%4$s.service says how it went.

        [Unit]
        Description=Upkeep touches databases, every %4$s
        Wants=network-online.target
        After=network-online.target

        [Service]
        Type=oneshot
        # Where Upkeep and its definitions are. Not in a home folder: it sees none.
        ExecStart="%6$s" ping --config "%2$s/%7$s"
        EnvironmentFile=%2$s/%3$s
        Environment=LC_ALL=C.UTF-8
        TimeoutStartSec=5min

        # A user that exists only while it runs, and may read what everybody may and write nothing.
        DynamicUser=yes
        UMask=0077
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        ProtectSystem=strict
        ProtectHome=yes
        PrivateTmp=yes
        PrivateDevices=yes
        PrivateUsers=yes
        ProtectProc=invisible
        ProtectClock=yes
        ProtectHostname=yes
        ProtectControlGroups=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes
        SystemCallArchitectures=native
        SystemCallFilter=@system-service
        SystemCallErrorNumber=EPERM
        # Not MemoryDenyWriteExecute: Java compiles while it runs, and would not start.
        """,
        layout.comment(run.databases()),
        layout.folder(),
        SecretsFile.NAME,
        run.word(),
        layout.certificates().files().isEmpty() ? "" : " and certificates",
        layout.program(),
        run.definitions());
  }

  private static String timer(Layout layout, Run run) {
    return String.format(
        Locale.ROOT,
        """
        # When upkeep-%1$s.service runs, for
        %2$s
        [Unit]
        Description=Upkeep touches databases, every %1$s

        [Timer]
        OnCalendar=%3$s
        # What was missed while the computer was off is made up for at the next start.
        Persistent=true
        # Always the same delay on one computer, so that three runs fit into every window.
        RandomizedDelaySec=%4$ds
        FixedRandomDelay=true

        [Install]
        WantedBy=timers.target
        """,
        run.word(),
        layout.comment(run.databases()),
        run.schedule().calendar(),
        delay(run.schedule().period()).toSeconds());
  }

  private static Duration delay(Period period) {
    Duration tenth = period.length().dividedBy(10);
    return tenth.compareTo(LONGEST_DELAY) < 0 ? tenth : LONGEST_DELAY;
  }
}
