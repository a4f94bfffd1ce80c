"""The assembly of one document: rows and prose to drafts, drafts to codes and owners, then to records."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.annotators.acts import Act
from extractor.annotators.quantities import Quantity
from extractor.assemble.actuals import read_actuals
from extractor.assemble.codes import codes_of_actual, map_codes
from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.assemble.link import link_targets, without_restatements
from extractor.assemble.pairing import pair_baselines
from extractor.assemble.prose import read_prose
from extractor.assemble.records import Found, make_extraction
from extractor.assemble.rows import read_next_aims, read_rows
from extractor.assemble.score_rows import read_group_scores, read_scores
from extractor.catalog import Matcher
from extractor.records import Extraction, Score
from extractor.sources.model import Source
from extractor.structure.annex import read_annexes
from extractor.structure.letterhead import Facts
from extractor.structure.outline import Outline
from extractor.structure.repeats import repeated_blocks


def assemble(
    source: Source,
    outline: Outline,
    facts: Facts,
    found: tuple[Sequence[Quantity], Sequence[Act]],
    matcher: Matcher,
) -> Extraction:
    """All records of a document. ``found`` holds the quantities and the cited acts of the whole text."""
    quantities, acts = found
    context = Context(source, facts, tuple(quantities), matcher)
    tasks, targets, scores, scored = _from_tables(context, outline)
    prose = read_prose(context, outline)
    tasks, targets = _in_order([*prose.tasks, *tasks], [*prose.targets, *targets])
    targets = without_restatements(targets)
    pair_baselines(targets)
    map_codes(context, tasks, targets)
    targets = without_restatements(targets)
    link_targets(context, targets, tasks)
    actuals = read_actuals(context, outline, scored)
    for actual in actuals:
        codes_of_actual(context, actual)
    return make_extraction(context, Found(tasks, targets, scores, actuals), acts)


def _from_tables(
    context: Context, outline: Outline
) -> tuple[list[TaskDraft], list[TargetAim], list[Score], frozenset[int]]:
    """Tasks, targets and scores of all tables, and which tables are read as nothing but scores."""
    repeated = repeated_blocks(context.source)
    blocks = context.source.blocks
    skipped = frozenset(b.table for i, b in enumerate(blocks) if i in repeated and b.table is not None)
    tasks: list[TaskDraft] = []
    targets: list[TargetAim] = []
    scores: list[Score] = []
    past = _result_tables(context, outline)
    scored = set(skipped)
    for annex in read_annexes(context.source, context.plan_year, skipped):
        if annex.table in past and annex.kind != "scores":
            targets += read_next_aims(context, annex)
            continue
        if annex.kind == "scores":
            rows = read_scores(context, annex)
            scores += rows
            scored |= {annex.table} if rows else set()
        elif annex.kind in {"tasks", "targets"}:
            found = read_rows(context, annex)
            scores += read_group_scores(context, annex)
            tasks += found[0]
            targets += found[1]
    return tasks, targets, scores, frozenset(scored)


def _result_tables(context: Context, outline: Outline) -> set[int]:
    """Tables in sections of results; in a report all that do not stand under plans for the next period."""
    found = set()
    for block, section in outline.table_sections.items():
        kind = outline.sections[section].kind
        planned = kind in {"goals", "general_goals", "tasks", "implementation", "future"}
        table = context.source.blocks[block].table
        if table is not None and (kind == "situation" or (context.facts.kind == "report" and not planned)):
            found.add(table)
    return found


def _in_order(tasks: list[TaskDraft], targets: list[TargetAim]) -> tuple[list[TaskDraft], list[TargetAim]]:
    return (
        sorted(tasks, key=lambda t: (t.start, t.end)),
        sorted(targets, key=lambda a: (a.draft.start, a.draft.order)),
    )
