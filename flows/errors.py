"""The failures that a person can do something about: each says what, where and what to do, and becomes an exit status."""

from __future__ import annotations


class CasusError(Exception):
    """The job could not be done; the warehouse is as it was. Exit status 1."""

    exit_status = 1


class UsageError(CasusError):
    """The command was used wrongly (a missing path, a wrong option). Exit status 2."""

    exit_status = 2
