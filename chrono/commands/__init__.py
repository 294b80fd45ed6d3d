"""The commands of the command line, one module each; :mod:`chrono.cli` parses their arguments."""
