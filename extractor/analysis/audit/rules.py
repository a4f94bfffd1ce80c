"""The rules: data in ``rules.json``, and the checks that look for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from extractor.analysis.audit import (
    abbreviations,
    acts_in_time,
    annexes,
    arithmetic,
    blanks,
    body_and_annex,
    cited_acts,
    cited_codes,
    code_cells,
    consistency,
    copied_cells,
    coverage,
    deadlines,
    departments,
    gone,
    gone_names,
    grids,
    impossible,
    issuers,
    known_acts,
    lead_cells,
    leads,
    listed,
    loose_cells,
    measurability,
    misread_places,
    misspelt,
    numbering,
    offices,
    open_places,
    opposed,
    phrases,
    pointers,
    quality,
    ranks,
    references,
    report_rounds,
    results,
    signing,
    slips,
    sums,
    surpassed,
    time_slips,
    times,
    told_late,
    told_results,
    totals,
    twice_due,
    versions,
    wholes,
    years_left,
)
from extractor.analysis.audit.model import Hit, Rule
from extractor.analysis.audit.subject import Subject

Check = Callable[[Subject], Iterator[Hit]]

CHECKS: tuple[Check, ...] = (
    coverage.indicators, coverage.owners, coverage.supports, coverage.units, coverage.codes, coverage.names,
    measurability.targets, measurability.tasks, measurability.conditions, measurability.missing_figures,
    measurability.levels, measurability.one_deadline, measurability.soon, measurability.measures,
    loose_cells.cells, open_places.names, open_places.partial,
    consistency.values, consistency.below_baseline, consistency.shares, consistency.kept,
    consistency.kept_rows, consistency.duplicates, opposed.bounds, surpassed.targets,
    ranks.ranks, deadlines.deadlines, deadlines.in_prose, deadlines.issue, deadlines.horizons,
    times.quarters, times.cut_offs, times.closing, time_slips.quarters, time_slips.backwards,
    time_slips.drafts, told_late.done, told_late.due, years_left.left_over, years_left.periods,
    annexes.annexes, annexes.forms, pointers.tables, pointers.sections,
    totals.points, totals.catalog_points, totals.baselines, totals.scores, totals.counts,
    listed.lists, listed.enumerated, listed.annexes, listed.ordinals, listed.quoted,
    impossible.weekdays, impossible.shares, impossible.ranks, impossible.points, impossible.moves,
    grids.tables, copied_cells.targets, versions.versions, blanks.cells, blanks.figures, results.verdicts,
    sums.counts, sums.among, sums.behind, sums.money, sums.listed_money, sums.ratios, arithmetic.sentences,
    wholes.communes, wholes.denominators, wholes.budgets,
    numbering.headings, numbering.rows,
    references.dates, references.acts, references.numbers, references.own_number,
    cited_acts.undated, cited_acts.numberless, cited_acts.swapped, known_acts.years,
    known_acts.registered, acts_in_time.replaced, acts_in_time.titles, acts_in_time.kinds,
    cited_codes.codes,
    code_cells.columns, code_cells.brackets,
    issuers.issuers, issuers.provinces, issuers.central, offices.others, gone.in_prose, gone_names.names,
    departments.never_were,
    quality.letterhead, signing.deputies, quality.figures, quality.marks, quality.repeats, quality.captions,
    slips.pairs, misread_places.names, phrases.openings, misspelt.words, misspelt.digits,
    slips.foreign, slips.acronyms, slips.doubled, slips.brackets,
    abbreviations.unexplained, abbreviations.two_meanings,
    leads.tasks, leads.indicators, lead_cells.cells, twice_due.works, body_and_annex.works,
    twice_due.reports, report_rounds.frequencies, report_rounds.late_members, told_results.results,
)  # fmt: skip


@cache
def rules() -> dict[str, Rule]:
    """All rules by id, in the order of the file."""
    content = json.loads((Path(__file__).parent / "rules.json").read_text(encoding="utf-8"))
    return {name: Rule(id=name, **fields) for name, fields in content.items()}
