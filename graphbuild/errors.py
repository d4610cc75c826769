"""Every error that graphbuild raises on purpose.

    GraphbuildError
    ├── DataError        language or politics data (TOML), or corrections, that cannot be used
    ├── SourceError      an input that cannot be read at all
    ├── WriteError       an output that cannot be written
    ├── UnknownFormat    a suffix that no reader or writer knows
    ├── QueryError       a question that a graph has no answer to: no such actor, relation or date
    └── MissingLibrary   a library that an optional part needs and that is not installed

A bad *article* raises nothing: it becomes an article with a ``failure`` (see ``model.Failure``), and the rest is built.
"""


class GraphbuildError(Exception):
    """Anything that graphbuild refuses, with what, where and what is allowed in its message."""


class DataError(GraphbuildError):
    """A file of names, words, relations or corrections that cannot be used; the message names file and place."""


class SourceError(GraphbuildError):
    """An input that does not exist or cannot be opened."""


class WriteError(GraphbuildError):
    """An output that cannot be written; what stood there before is untouched."""


class UnknownFormat(GraphbuildError):
    """A file suffix without a reader or writer; the message lists those that exist."""


class QueryError(GraphbuildError):
    """An actor, a relation, a date or a number that a question to a graph cannot use; the message says what it can."""


class MissingLibrary(GraphbuildError):
    """A library that comes with an extra of the package; the message says how to install it."""
