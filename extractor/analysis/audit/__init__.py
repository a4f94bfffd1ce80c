"""Audit: rules over the records of documents; findings say what was compared and where."""

from extractor.analysis.audit.model import Finding, Rule, Span
from extractor.analysis.audit.rules import rules
from extractor.analysis.audit.run import audit_document
from extractor.analysis.audit.subject import Subject

__all__ = ["Finding", "Rule", "Span", "Subject", "audit_document", "rules"]
