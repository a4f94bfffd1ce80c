"""The project's own scorer: gold against prediction, item by item."""

from extractor.evaluation.report import DocumentScore, Report, evaluate, score_document, summary

__all__ = ["DocumentScore", "Report", "evaluate", "score_document", "summary"]
