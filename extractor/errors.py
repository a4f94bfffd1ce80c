"""The only exceptions that leave the package: each is one clear line for a person."""

from __future__ import annotations


class KehoachError(Exception):
    """Base of all errors a user can cause or meet; ``str()`` is one line, without a traceback."""


class ReadError(KehoachError):
    """A file that cannot be read: the file's name, the reason, and what to do."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = str(path), reason


class CatalogError(KehoachError):
    """A catalog that is missing or malformed, or a code that it does not hold."""


class EvaluationError(KehoachError):
    """Gold or prediction files that cannot be compared."""
