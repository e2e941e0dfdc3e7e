"""The one family of errors that the library raises on purpose.

Every message says what is wrong, where, and what to do about it; the command
line prints it on one line and leaves with exit code 2.
"""

from __future__ import annotations


class SyriakgError(Exception):
    """Something the user can mend: bad input, a bad query, a bad data file.

    ``what`` says what is wrong, ``where`` names the file, term or argument and
    ``cure`` says what to do; any of the last two may be empty.
    """

    def __init__(self, what: str, *, where: str = "", cure: str = "") -> None:
        self.what = what
        self.where = where
        self.cure = cure
        super().__init__(self.__str__())

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} ({self.cure})" if self.cure else head


class ArticleError(SyriakgError):
    """An article that cannot be read: missing, a directory, binary, not UTF-8."""


class OntologyError(SyriakgError):
    """A file in ``ontology/`` that breaks its rules: unknown key, label clash, dangling link."""


class QuestionError(SyriakgError):
    """A question that cannot be found, parsed or run."""


class StoreError(SyriakgError):
    """A dataset or store that cannot be opened, read or written."""
