"""From spans, sections and rows to tasks and targets."""

from extractor.assemble.document import assemble

__all__ = ["assemble"]
