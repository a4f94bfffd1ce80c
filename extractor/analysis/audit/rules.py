"""The rules: data in ``rules.json``, and the checks that look for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from extractor.analysis.audit import (
    abbreviations,
    all_but_some,
    annexes,
    arithmetic,
    assigned_sections,
    blanks,
    cited_acts,
    cited_codes,
    classes,
    consistency,
    copied_cells,
    coverage,
    deadlines,
    goals_of_years,
    gone,
    grids,
    group_points,
    growths,
    impossible,
    in_words,
    issuers,
    known_acts,
    leads,
    listed,
    lost_figures,
    measurability,
    misspelt,
    moved,
    named_units,
    numbering,
    offices,
    prose_points,
    quality,
    ranks,
    ratios,
    references,
    results,
    row_values,
    sections,
    slips,
    spent,
    sums,
    surpassed,
    times,
    told_results,
    totals,
    twice_counted,
    twice_due,
    versions,
    wholes,
)
from extractor.analysis.audit.model import Hit, Rule
from extractor.analysis.audit.subject import Subject

Check = Callable[[Subject], Iterator[Hit]]

CHECKS: tuple[Check, ...] = (
    coverage.indicators, coverage.owners, coverage.supports, coverage.units, coverage.codes, coverage.names,
    measurability.targets, measurability.tasks, measurability.conditions, measurability.missing_figures,
    lost_figures.bare_units, lost_figures.broken_off, lost_figures.letters,
    measurability.levels, measurability.one_deadline, measurability.soon, measurability.measures,
    consistency.values, consistency.below_baseline, consistency.shares, consistency.kept,
    consistency.kept_rows, consistency.duplicates, surpassed.targets,
    ranks.ranks, deadlines.deadlines, deadlines.in_prose, deadlines.issue, deadlines.horizons,
    times.quarters, times.cut_offs, times.closing,
    annexes.annexes, annexes.forms,
    totals.points, totals.catalog_points, prose_points.points, totals.baselines, totals.scores, totals.counts,
    listed.lists, listed.enumerated, listed.annexes, listed.ordinals, listed.quoted,
    named_units.units, sections.headings, sections.coded, sections.rows, assigned_sections.sections,
    impossible.weekdays, impossible.shares, impossible.ranks, impossible.points,
    moved.places, moved.shares,
    grids.tables, goals_of_years.goals, row_values.shares, row_values.events,
    row_values.results, row_values.surpassed, copied_cells.targets, versions.versions,
    blanks.cells, blanks.figures, results.verdicts,
    sums.counts, sums.among, sums.behind, classes.classes, sums.money, sums.listed_money, in_words.figures,
    ratios.ratios, spent.amounts, arithmetic.sentences, growths.sentences,
    wholes.communes, wholes.denominators, wholes.budgets, twice_counted.works, all_but_some.some,
    numbering.headings, numbering.rows,
    references.dates, references.acts, references.numbers, references.own_number,
    cited_acts.undated, cited_acts.numberless, cited_acts.swapped, known_acts.years,
    known_acts.registered, cited_codes.codes,
    issuers.issuers, issuers.provinces, issuers.central, offices.others, gone.in_prose,
    quality.letterhead, quality.figures, quality.marks, quality.repeats, quality.captions,
    slips.pairs, misspelt.words, misspelt.digits, slips.foreign, slips.acronyms, slips.doubled,
    slips.brackets, abbreviations.unexplained, abbreviations.two_meanings,
    leads.tasks, leads.indicators, twice_due.works, twice_due.reports, told_results.results,
    group_points.points,
)  # fmt: skip


@cache
def rules() -> dict[str, Rule]:
    """All rules by id, in the order of the file."""
    content = json.loads((Path(__file__).parent / "rules.json").read_text(encoding="utf-8"))
    return {name: Rule(id=name, **fields) for name, fields in content.items()}
