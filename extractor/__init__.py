"""kehoach: reads issued plans, finds targets with their owners and deadlines, each with its exact words.

The public names load on first use, so that ``import extractor`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.analysis.audit.call import audit
    from extractor.analysis.audit.report import Audit
    from extractor.analysis.compare import Comparison, compare
    from extractor.catalog import Catalog, Matcher
    from extractor.errors import KehoachError
    from extractor.pipeline import extract
    from extractor.records import Extraction
    from extractor.sources.limits import Limits
    from extractor.sources.model import Source
    from extractor.sources.read import read, read_all

    __version__: str

_HOME = {
    "Audit": "extractor.analysis.audit.report",
    "Catalog": "extractor.catalog",
    "Comparison": "extractor.analysis.compare",
    "Extraction": "extractor.records",
    "KehoachError": "extractor.errors",
    "Limits": "extractor.sources.limits",
    "Matcher": "extractor.catalog",
    "Source": "extractor.sources.model",
    "audit": "extractor.analysis.audit.call",
    "compare": "extractor.analysis.compare",
    "extract": "extractor.pipeline",
    "read": "extractor.sources.read",
    "read_all": "extractor.sources.read",
}

__all__ = [
    "Audit",
    "Catalog",
    "Comparison",
    "Extraction",
    "KehoachError",
    "Limits",
    "Matcher",
    "Source",
    "__version__",
    "audit",
    "compare",
    "extract",
    "read",
    "read_all",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("kehoach")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
