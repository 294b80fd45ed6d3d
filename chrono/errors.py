"""Errors a user can act on: one line naming the input and the cause."""


class ChronoError(Exception):
    """Base of every error the command line prints as one line instead of a traceback."""


class InputError(ChronoError):
    """An input cannot be used: missing, empty, binary, wrongly encoded, malformed."""


class DateError(ChronoError):
    """A date given by the user (option, metadata, table cell) cannot be read."""
