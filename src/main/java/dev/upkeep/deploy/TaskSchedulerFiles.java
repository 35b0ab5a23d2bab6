package dev.upkeep.deploy;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A task of Windows for each run, as the [schema of the Task
/// Scheduler](https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema) describes
/// it. It touches databases that are kept already, as the user whose Credential Manager has their
/// secrets.
final class TaskSchedulerFiles {
  private TaskSchedulerFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    return layout.runs().stream()
        .map(run ->
            GeneratedFile.wide(
                "upkeep-" + run.word() + ".xml", task(layout, run).replace("\n", "\r\n")))
        .toList();
  }

  private static String task(Layout layout, Run run) {
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-16"?>
        <!--
          Upkeep from the Task Scheduler, without an agent of Upkeep: touches
        %1$s
          Databases and secrets stay where they are: it runs as you, while you are logged in, and asks your
          Credential Manager.

            schtasks /create /xml upkeep-%2$s.xml /tn "Upkeep every %2$s"
            schtasks /run /tn "Upkeep every %2$s"

          upkeep history says how it went. What was missed is made up for once.
        -->
        <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
          <RegistrationInfo>
            <Description>Upkeep touches databases, every %2$s</Description>
          </RegistrationInfo>
          <Triggers>
            <CalendarTrigger>
        %3$s      <StartBoundary>2026-01-01T%4$s:00</StartBoundary>
              <Enabled>true</Enabled>
              <ScheduleByDay>
                <DaysInterval>%5$d</DaysInterval>
              </ScheduleByDay>
            </CalendarTrigger>
          </Triggers>
          <Principals>
            <Principal id="Author">
              <LogonType>InteractiveToken</LogonType>
              <RunLevel>LeastPrivilege</RunLevel>
            </Principal>
          </Principals>
          <Settings>
            <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
            <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
            <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
            <StartWhenAvailable>true</StartWhenAvailable>
            <ExecutionTimeLimit>PT10M</ExecutionTimeLimit>
          </Settings>
          <Actions Context="Author">
            <Exec>
              <Command>%6$s</Command>
              <Arguments>%7$s</Arguments>
            </Exec>
          </Actions>
        </Task>
        """,
        Xml.comment(layout, run),
        run.word(),
        repetition(run.schedule().period()),
        LocalTime.of(run.schedule().hour(), run.schedule().minute()),
        days(run.schedule().period()),
        Xml.text(layout.program()),
        Stream.concat(Stream.of("ping"), run.ids()).collect(Collectors.joining(" ")));
  }

  private static int days(Period period) {
    return period instanceof Period.Days(int days) ? days : 1;
  }

  /// Within a day; the trigger itself counts the days.
  private static String repetition(Period period) {
    return switch (period) {
      case Period.Minutes(int n) -> repeated("PT" + n + "M");
      case Period.Hours(int n) -> repeated("PT" + n + "H");
      case Period.Days _ -> "";
    };
  }

  private static String repeated(String interval) {
    return String.format(
        Locale.ROOT,
        """
              <Repetition>
                <Interval>%s</Interval>
                <Duration>P1D</Duration>
                <StopAtDurationEnd>false</StopAtDurationEnd>
              </Repetition>
        """,
        interval);
  }
}
