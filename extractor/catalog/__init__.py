"""Indicator catalogs by issue, and the matching of statements onto them."""

from extractor.catalog.indicators import Catalog, Indicator
from extractor.catalog.matcher import Candidate, Match, Matcher

__all__ = ["Candidate", "Catalog", "Indicator", "Match", "Matcher"]
