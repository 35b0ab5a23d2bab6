@echo off
rem The command line by its name: beside Upkeep.exe there can be no upkeep.exe.
"%~dp0..\upkeep-cli.exe" %*
