/// The same touching elsewhere: complete files with which cron, systemd, GitHub Actions, Docker or
/// Kubernetes keep databases alive where no laptop sleeps. A [dev.upkeep.deploy.Deployment] is made
/// of plain values and is pure: the same databases and parameters give the same text, byte for
/// byte, so that a generated file can be compared and kept under version control.
///
/// Holds no secret and asks for none: what it writes refers to variables that are filled in where
/// the file is used. Names of databases reach the files only as comments and inside JSON, never as
/// words of a command. Writes no file, looks for no program and knows no agent.
@NullMarked
package dev.upkeep.deploy;

import org.jspecify.annotations.NullMarked;
