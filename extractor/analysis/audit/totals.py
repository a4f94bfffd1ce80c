"""Declared totals against sums of their parts, stated counts against what is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractor import gazetteers
from extractor.analysis.audit.figures import rounded, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Row, Subject
from extractor.records import Score

_CODE = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}")


def _coded(subject: Subject) -> dict[str, tuple[Row, float | None]]:
    """Rows of the table whose labels are codes, with their points; empty where codes repeat."""
    best: dict[str, tuple[Row, float | None]] = {}
    for table in sorted({row.table for row in subject.rows}):
        found: dict[str, tuple[Row, float | None]] = {}
        for row in subject.rows:
            if row.table == table and _CODE.fullmatch(row.label):
                found.setdefault(row.label, (row, value(subject.words(row.cells.get("points")))))
        if sum("." in code for code in found) > sum("." in code for code in best):
            best = found
    return best


def _children(codes: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code in codes:
        parent = code.rpartition(".")[0]
        if parent:
            found.setdefault(parent, []).append(code)
    return found


def _complete(children: Sequence[str]) -> bool:
    """The children are 1 to n: an annex that lists a selection has no sum to check."""
    return sorted(int(c.rpartition(".")[2]) for c in children) == list(range(1, len(children) + 1))


def _listed_whole(subject: Subject, code: str, children: Sequence[str], declared: float | None) -> bool:
    """All children of a parent are listed: 1 to n. A selection may stand below the catalog's full points."""
    if code in subject.catalog and subject.catalog[code].max_points == declared:
        return _complete(children) and len(children) >= sum(1 for _ in subject.catalog.children(code))
    return _complete(children)


def _row_span(subject: Subject, row: Row, role: str = "points") -> Span:
    cell = row.cells.get(role) or row.cells.get("name") or row.cells["number"]
    start = row.cells["number"].start if cell.start - row.cells["number"].start < 250 else cell.start
    return subject.at(start, cell.end)


def _score_span(subject: Subject, score: Score) -> Span:
    """The whole row of a score: its evidence is the points, their maximum stands in another cell."""
    place = score.evidence
    if subject.source and place and place.table is not None and place.table < len(subject.source.tables):
        for cells in subject.source.tables[place.table].rows:
            if cells and cells[0].start <= place.start <= cells[-1].end:
                return subject.at(cells[0].start, cells[-1].end)
    return subject.span(place, score.name)


def points(subject: Subject) -> Iterator[Hit]:
    """Maximum points of a parent row against its children; rows without points among rows with them."""
    rows = _coded(subject)
    if sum(points is not None for _, points in rows.values()) < 3:
        return
    stated = {s.indicator_code: s for s in subject.extraction.scores if s.indicator_code and s.max}
    parents = _children(list(rows))
    for code, children in parents.items():
        row, declared = rows.get(code, (None, None))
        values = [rows[child][1] for child in children]
        if row is None:
            continue
        spans = (_row_span(subject, row), *(_row_span(subject, rows[c][0]) for c in children[:3]))
        total = rounded(sum(v for v in values if v is not None))
        headed = [c for c in parents if c in rows]
        if declared is None and len(headed) > 1 and all(rows[c][1] is None for c in headed):
            continue  # no heading of this table carries points
        if declared is None:
            figures: dict[str, Figure] = {"code": code, "sum": total, "parts": len(values)}
            yield Hit("points-missing", figures, spans, code)
        elif (
            _listed_whole(subject, code, children, declared)
            and None not in values
            and abs(total - declared) > 0.01
        ):
            yield Hit("points-total", _difference(code, declared, total, len(values)), spans, code)
        for child, points in zip(children, values, strict=True):
            if points is None:
                yield Hit("points-missing", {"code": child}, (_row_span(subject, rows[child][0]),), child)
        score = stated.get(code)
        if score is not None and score.max is not None and declared not in (None, score.max):
            both = (_score_span(subject, score), _row_span(subject, row))
            yield Hit(
                "points-stated-twice", {"code": code, "first": score.max, "second": declared}, both, code
            )


def catalog_points(subject: Subject) -> Iterator[Hit]:
    """Maximum points printed in the annex against those of the catalog; silent where most differ."""
    rows = {c: v for c, v in _coded(subject).items() if c in subject.catalog and v[1] is not None}
    wrong = [c for c, (_, points) in rows.items() if subject.catalog[c].max_points not in (None, points)]
    if len(rows) < 10 or len(wrong) > 0.2 * len(rows):
        return  # another issue of the catalog
    for code in wrong:
        figures = {"printed": rows[code][1], "catalog": subject.catalog[code].max_points}
        yield Hit("points-differ-from-catalog", figures, (_row_span(subject, rows[code][0]),), code)


def _difference(code: str, declared: float, total: float, parts: int) -> dict[str, Figure]:
    return {
        "code": code, "declared": declared, "sum": total, "parts": parts,
        "difference": rounded(total - declared),
    }  # fmt: skip


Past = tuple[float, int | None, Span]
"""Points reached, their year where it is told, and their words."""


def baselines(subject: Subject) -> Iterator[Hit]:
    """Past points of a group or parent against the sum of its parts."""
    rows = _coded(subject)
    past = _past_points(subject, rows)
    own = dict(past)
    for score in subject.extraction.scores:
        if score.indicator_code:
            own.setdefault(score.indicator_code, (score.points, score.year, _score_span(subject, score)))
    for code, children in _children(list(rows)).items():
        points = rows[code][1] if code in rows else None
        if len(children) < 2 or not _listed_whole(subject, code, children, points):
            continue
        known = [past[c] for c in children if c in past]
        if code in own and len(known) == len(children):
            whole = own[code]
        elif code in rows and (found := _in_column(subject, [rows[c][0] for c in (code, *children)])):
            whole, known = found[0], found[1:]  # a row without a target keeps its points in its own column
        else:
            continue
        total = rounded(sum(v for v, _, _ in known))
        if {y for _, y, _ in known} == {whole[1]} and abs(total - whole[0]) > 0.005 * (len(known) + 1):
            figures = {**_difference(code, whole[0], total, len(known)), "year": whole[1]}
            yield Hit("baseline-total", figures, (whole[2], *(s for _, _, s in known[:3])), code)


def _past_points(subject: Subject, rows: Mapping[str, object]) -> dict[str, Past]:
    """Points that targets give as their past, by the code of their row."""
    past: dict[str, Past] = {}
    for target in subject.extraction.targets:
        task = subject.tasks.get(target.task or "")
        code = task.section if task else ""
        for baseline in target.baselines:
            if baseline.unit == "points" and code in rows and code not in past:
                past[code] = (baseline.value, baseline.year, subject.span(baseline.evidence, target.quote))
    return past


def _in_column(subject: Subject, rows: Sequence[Row]) -> list[Past]:
    """The figures of the column of results, one a row; empty where a row lacks one."""
    found: list[Past] = []
    for row in rows:
        cell = row.cells.get("result")
        read = value(subject.words(cell))
        if cell is None or read is None:
            return []
        found.append((read, None, subject.at(cell.start, cell.end)))
    return found


def scores(subject: Subject) -> Iterator[Hit]:
    """The total row of a table of scores against its rows; points above their maximum."""
    by_year: dict[int | None, list[Score]] = {}
    for score in subject.extraction.scores:
        by_year.setdefault(score.year, []).append(score)
    for found in by_year.values():
        total = next((s for s in found if s.indicator_code is None), None)
        if total is None:
            continue
        parts = [s for s in found if s.indicator_code and "." not in s.indicator_code and _beside(total, s)]
        if len(parts) < 2:
            continue
        span = subject.span(total.evidence, total.name)
        summed = rounded(sum(s.points for s in parts))
        if abs(summed - total.points) > 0.05 + 0.005 * len(parts):
            yield Hit("scores-total", _difference("", total.points, summed, len(parts)), (span,))
        tops = [s.max for s in parts]
        if total.max is not None and None not in tops:
            most = rounded(sum(m for m in tops if m is not None))
            if most > total.max + 0.01:
                yield Hit("scores-total", _difference("", total.max, most, len(parts)), (span,))
    for score in subject.extraction.scores:
        if score.max is not None and score.points > score.max + 1e-9:
            figures = {"name": score.name, "points": score.points, "max": score.max}
            span = subject.span(score.evidence, score.name)
            yield Hit("points-above-maximum", figures, (span,), score.indicator_code)
    for target in subject.extraction.targets:
        for past in target.baselines:
            if past.unit == "points" and past.max is not None and past.value > past.max + 1e-9:
                figures = {"name": target.indicator, "points": past.value, "max": past.max}
                spans = (subject.span(past.evidence, target.quote),)
                yield Hit("points-above-maximum", figures, spans, next(iter(target.indicator_codes), None))


def _beside(total: Score, part: Score) -> bool:
    """Both in one table, or neither in any: groups may be told again in another."""
    one, two = total.evidence, part.evidence
    return (one.table if one else None) == (two.table if two else None)


def counts(subject: Subject) -> Iterator[Hit]:
    """ "98 chỉ số thành phần" against parts named elsewhere and rows listed in the annex."""
    rows = _coded(subject)
    table = next(iter(rows.values()))[0].table if rows else -1
    labels = [row.label for row in subject.rows if row.table == table and row.label in rows]
    parents = _children(list(rows))
    listed = {
        "group": sum("." not in code and code in parents for code in labels),
        "item": sum(code.count(".") == 1 for code in labels),
    }
    for row in gazetteers.rows("countables"):
        noun, level = row["noun"], row["level"]
        yield from _bracketed(subject, noun)
        if level:
            yield from _counts(subject, noun, listed[level])


def _bracketed(subject: Subject, noun: str) -> Iterator[Hit]:
    """ "39 chỉ tiêu (26 + 13)"."""
    pattern = re.compile(
        rf"(?<![\w.,/])(\d{{1,3}})\s+{noun}\s*\((\d{{1,3}}(?:[^()+]{{0,40}}\+\s*\d{{1,3}})+)"
    )
    for start, words in subject.prose:
        for match in pattern.finditer(words) if noun in words else ():
            parts = [int(n) for n in re.findall(r"(?<![\w.,/])\d{1,3}", match[2])]
            if sum(parts) != int(match[1]):
                figures: dict[str, Figure] = {"noun": noun, "declared": int(match[1]), "sum": sum(parts)}
                figures["parts"] = " + ".join(map(str, parts))
                span = subject.around(start, match)
                yield Hit("count-total", figures, (span,))


_WHOLE_INDEX = frozenset((95, 98))
"""How many sub-indicators the index itself has (922/QĐ-BTTTT of 2022: 98 of provinces, 95 of ministries)."""
_NEARLY = 0.9
"""A table that lists fewer of them than this shows a selection."""


def _counts(subject: Subject, noun: str, listed: int) -> Iterator[Hit]:
    totals, splits = _stated(subject, noun)
    biggest = max(totals, default=0)
    for parts, span in splits:
        if biggest > max(parts) and sum(parts) != biggest and 0.5 < sum(parts) / biggest < 2:
            figures: dict[str, Figure] = {"noun": noun, "declared": biggest, "sum": sum(parts)}
            figures["parts"] = " + ".join(map(str, parts))
            yield Hit("count-total", figures, (totals[biggest], span))
    for other in (n for n in totals if n != biggest and n >= 0.8 * biggest and n > 3):
        figures = {"noun": noun, "first": biggest, "second": other}
        yield Hit("count-stated-twice", figures, (totals[biggest], totals[other]))
    if (
        biggest != listed
        and listed >= 0.5 * biggest > 0
        and listed < 2 * biggest
        and not any(_numbered(subject, biggest))
        and not (biggest in _WHOLE_INDEX and listed < _NEARLY * biggest)
    ):
        yield Hit("count-listed", {"noun": noun, "declared": biggest, "listed": listed}, (totals[biggest],))


def _numbered(subject: Subject, count: int) -> Iterator[bool]:
    """Whether each table lists exactly that many rows, numbered through."""
    tables: dict[int, set[str]] = {}
    for row in subject.rows:
        if row.label.isdigit():
            tables.setdefault(row.table, set()).add(row.label)
    for labels in tables.values():
        yield labels == {str(n + 1) for n in range(count)}


def _stated(subject: Subject, noun: str) -> tuple[dict[int, Span], list[tuple[list[int], Span]]]:
    """Whole numbers of a thing ("98 chỉ số", the 8 of "06/08 chỉ số"), and sentences that split it up."""
    pattern = re.compile(rf"(?<![\w.,/])(?:(\d{{1,3}})\s*/\s*)?(\d{{1,3}})\s+{noun}(?!\w)")
    totals: dict[int, Span] = {}
    splits: list[tuple[list[int], Span]] = []
    for start, words in subject.prose:
        for sentence in re.finditer(r"[^.;]+(?:[.,](?=\d)[^.;]*)*", words) if noun in words else ():
            at = start + sentence.start()
            found = list(pattern.finditer(sentence.group()))
            whole = [m for m in found if m[1]] or (found if len(found) == 1 else [])
            for match in whole:
                totals.setdefault(int(match[2]), subject.at(at + match.start(), at + match.end()))
            if not whole and found:
                splits.append(([int(m[2]) for m in found], subject.at(at, start + sentence.end())))
    return totals, splits
