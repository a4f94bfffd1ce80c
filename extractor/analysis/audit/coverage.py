"""Coverage: what the catalog asks for and nobody promises, and what is promised without an owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache

from extractor import gazetteers
from extractor.analysis.audit.apart import of_other_sentences, with_results
from extractor.analysis.audit.beside import beside_blank
from extractor.analysis.audit.model import Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.annotators.units import find_units
from extractor.catalog.indicators import Indicator
from extractor.records import Target, Task, Unit
from extractor.vietnamese.forms import fold, squeeze
from extractor.vietnamese.history import successors, valid_on


@cache
def _vague() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(r["pattern"]), r["kind"]) for r in gazetteers.rows("vague_units"))


@lru_cache(maxsize=16384)
def vague_kind(name: str) -> str | None:
    """ "vague" for owners nobody can call to account, "collective" for whole kinds of units, else None."""
    low = fold(name)
    plain = _BY_OFFICE.sub("", low)
    return next(
        (kind for pattern, kind in _vague() if pattern.fullmatch(low) or pattern.fullmatch(plain)), None
    )


_BY_OFFICE = re.compile(
    r"(?<=\w),? theo (?:sự )?(?:chức năng|nhiệm vụ|lĩnh vực|phân công|thẩm quyền|phạm vi|phân cấp|"
    r"quy định)(?!\w).*"
)
"""Tells of no unit which it is: "các cơ quan liên quan theo chức năng, nhiệm vụ được giao"."""


def named_apart(a: str, b: str) -> bool:
    """Two units that can be called to account, not one with more or fewer words ("Sở A", "Sở A tỉnh")."""
    one, two = fold(a), fold(b)
    return one not in two and two not in one and not vague_kind(a) and not vague_kind(b)


def indicators(subject: Subject) -> Iterator[Hit]:
    """Each sub-indicator of the catalog: its target, lead, supporting unit, deadline and baseline."""
    if subject.extraction.document.kind != "plan" or not subject.codes:
        return
    record = subject.extraction
    own: dict[str, list[Task | Target]] = {}
    for target in record.targets:
        for code in target.indicator_codes:
            own.setdefault(code, []).append(target)
    planned = {code: len(found) for code, found in own.items()}
    for task in record.tasks:
        for code in task.indicator_codes:
            own.setdefault(code, []).append(task)
    there = _there(subject)
    for indicator in subject.catalog:
        if not indicator.is_group:
            found = own.get(indicator.code, [])
            yield from _indicator(subject, indicator, found, planned.get(indicator.code, 0), there)


def _there(subject: Subject) -> tuple[tuple[str, Set[str]], ...]:
    """For each rule the sub-indicators that have what it asks for."""
    targets, tasks = subject.extraction.targets, subject.extraction.tasks

    def codes(records: Iterable[Task | Target]) -> set[str]:
        return {code for record in records for code in record.indicator_codes}

    helped = codes(t for t in targets if subject.supports(t))
    helped |= {code for found in subject.assigned.values() for code, roles in found.items() if roles.supports}
    timed = codes(t for t in targets if _is_timed(subject, t)) | codes(t for t in tasks if t.deadline)
    scored = {score.indicator_code for score in subject.extraction.scores if score.indicator_code}
    scored |= with_results(subject)
    return (
        ("indicator-without-target", codes((*targets, *filter(subject.has_target_cell, tasks)))),
        ("indicator-without-lead", led_indicators(subject)),
        ("indicator-without-support", helped),
        ("indicator-without-deadline", timed),
        (
            "indicator-without-baseline",
            codes(t for t in targets if t.baselines) | scored | with_results(subject),
        ),
    )


def _is_timed(subject: Subject, target: Target) -> bool:
    task = subject.tasks.get(target.task or "")
    return bool(target.deadline or (task and task.deadline))


def led_indicators(subject: Subject) -> frozenset[str]:
    """Sub-indicators that have a lead, or are parts of one that has."""
    given = {c for t in subject.extraction.targets if subject.leads(t) for c in t.indicator_codes}
    given |= {code for found in subject.assigned.values() for code, roles in found.items() if roles.leads}

    def is_led(code: str) -> bool:
        above: str | None = code
        while above is not None and not subject.catalog[above].is_group:
            if above in given:
                return True
            above = subject.catalog[above].parent
        return False

    return frozenset(i.code for i in subject.catalog if not i.is_group and is_led(i.code))


def _indicator(
    subject: Subject,
    indicator: Indicator,
    own: Sequence[Task | Target],
    targets: int,
    there: Sequence[tuple[str, Set[str]]],
) -> Iterator[Hit]:
    """What a sub-indicator lacks; ``own`` are its records, its ``targets`` first."""
    code = indicator.code
    lacking = [rule for rule, having in there[: 5 if own else 2] if code not in having]
    if not lacking:  # where nothing at all is planned, the rest goes without saying
        return
    spans = tuple(map(subject.of, own[:3]))
    figures = {"name": indicator.name, "targets": targets, "tasks": len(own) - targets}
    for rule in lacking:
        lead_lost = rule == "indicator-without-lead" and own
        yield Hit(rule, figures, spans, code, "error" if lead_lost else None)


def owners(subject: Subject) -> Iterator[Hit]:
    """Targets and tasks without a lead, vague leads, several leads, one unit in both roles."""
    for task in subject.extraction.tasks:
        if not task.lead_units and not _is_heading(task):
            spans = (subject.of(task), *beside_blank(subject, task, "lead"))
            yield Hit("task-without-owner", {"task": task.title}, spans, _first(task))
        yield from _roles(subject, task, task.lead_units, task.supporting_units)
    for target in subject.extraction.targets:
        leads = subject.leads(target)
        if not leads and not _led_in_parts(subject, target):
            figures = {"target": subject.named(target)}
            yield Hit("target-without-owner", figures, (subject.of(target),), _first(target))
        if target.lead_units is not None and target.supporting_units is not None:
            yield from _roles(subject, target, leads, subject.supports(target))


_LONGEST_NAME = 100
_GROUP = re.compile(r"(?:nhóm|chỉ số chính|phụ lục|bảng|biểu)\s+\S{1,4}\s*[-:.–]")


def _is_heading(task: Task) -> bool:
    """A heading that was read as a task: in capitals, "Nhóm 5 - An toàn thông tin", or a unit's name."""
    return task.title.isupper() or bool(_GROUP.match(fold(task.title))) or only_names_unit(task.title)


@lru_cache(maxsize=16384)
def only_names_unit(title: str) -> bool:
    """ "Sở Tư pháp tỉnh Bạc Liêu": the rule on units without work speaks of it."""
    if len(title) > _LONGEST_NAME:
        return False
    units = find_units(title)
    return len(units) == 1 and not title[: units[0].start].strip() and not title[units[0].end :].strip(" .:")


def _led_in_parts(subject: Subject, target: Target) -> bool:
    """A target for a main indicator whose sub-indicators have leads of their own."""
    codes = [c for c in target.indicator_codes if c in subject.catalog and subject.catalog[c].is_group]
    below = tuple(f"{code}." for code in codes)
    return bool(below) and any(
        code.startswith(below) for task in subject.extraction.tasks if task.lead_units
        for code in task.indicator_codes
    )  # fmt: skip


def _first(record: Task | Target) -> str | None:
    return record.indicator_codes[0] if record.indicator_codes else None


def _roles(
    subject: Subject, record: Task | Target, leads: tuple[Unit, ...], supports: tuple[Unit, ...]
) -> Iterator[Hit]:
    what = record.title if isinstance(record, Task) else subject.named(record)
    code = _first(record)
    for unit in leads:
        kind = vague_kind(unit.name)
        own = "thuộc" in unit.name and _each_for_itself(subject, record, leads)
        if kind and not own and not _named_by_its_charge(subject, unit):
            spans = (*subject.units([unit]), subject.of(record))
            yield Hit(f"{kind}-lead", {"unit": unit.name, "what": what}, spans, code)
    both = [u for u in supports if fold(u.name) in {fold(x.name) for x in leads}]
    for unit in both:
        same = [u for u in leads if fold(u.name) == fold(unit.name)]
        if all(of_other_sentences(subject, unit, lead) for lead in same):
            continue
        spans = (*subject.units(same), *subject.units([unit]))
        yield Hit("lead-also-supports", {"unit": unit.name, "what": what}, spans, code)
    names = list(dict.fromkeys(u.name for u in leads))
    apart = len(names) < _SEVERAL or _each_its_part(subject, leads)
    apart = apart or all(of_other_sentences(subject, leads[0], lead) for lead in leads[1:])
    if not apart and not _each_for_itself(subject, record, leads) and not _only_named(subject, leads):
        figures = {"count": len(names), "units": "; ".join(names), "what": what}
        plain = [n for n in names if not vague_kind(n)]
        yield Hit("several-leads", figures, subject.units(leads), code, None if len(plain) > 1 else "info")


_SEVERAL = 2
_CHARGED = re.compile(
    r" (?:được giao|được phân công|chủ trì|phụ trách|có tên|nêu tại|nêu trong|theo)"
    r"(?: \w+){0,3}? (?:chỉ số|chỉ tiêu|nhiệm vụ|phụ lục|bảng|danh mục)(?!\w)"
)


def _named_by_its_charge(subject: Subject, unit: Unit) -> bool:
    """ "Các cơ quan được giao chỉ số", "các đơn vị có tên tại Phụ lục I": told by what they were given."""
    end = unit.evidence.end if unit.evidence is not None else None
    return end is not None and bool(_CHARGED.match(subject.folded, end))


_OWN_WORK = re.compile(
    r"(?<!\w)(?:(?:xây dựng|ban hành|cụ thể hóa)[^.;]{0,30} kế hoạch|"
    r"(?:gửi|báo cáo)[^.;]{0,40} (?:báo cáo|kết quả|số liệu))"
    r"|(?<!\w)kế hoạch (?:của (?:mình|cơ quan|đơn vị|địa phương)|chi tiết)"
)


def _each_for_itself(subject: Subject, record: Task | Target, leads: tuple[Unit, ...]) -> bool:
    """ "Các sở, ngành, UBND các huyện ban hành kế hoạch của mình": groups of which each does its own."""
    words = fold(subject.of(record).quote)
    groups = all(vague_kind(u.name) or fold(u.name).startswith("ubnd cấp") for u in leads)
    return groups and bool(_OWN_WORK.search(words))


_PART = re.compile(r"\s?\(|\s+[-–] (?:phụ trách|chịu trách nhiệm|chủ trì)(?!\w)")


def _each_its_part(subject: Subject, leads: tuple[Unit, ...]) -> bool:
    """ "Trạm Y tế (sức khỏe); các trường (học bạ)": who leads what stands behind each name."""
    places = [u.evidence for u in leads if u.evidence is not None]
    return len(places) == len(leads) and all(
        subject.text[p.end - 1 : p.end] == ")" or _PART.match(subject.folded, p.end) for p in places
    )


_ADVISES = re.compile(r"(?<!\w)tham mưu(?: để| cho| giúp| với| trình)?(?: đồng chí)?\s*$")
_SERVED = re.compile(r"(?<!\w)(?:cho|tại|ở|với) \d{1,3} [^\W\d_]+(?: [^\W\d_]+){0,5}(?:,? gồm)?\s?:\s*$")


def _only_named(subject: Subject, leads: tuple[Unit, ...]) -> bool:
    """ "Sở A tham mưu để Chủ tịch tỉnh chủ trì họp", "cho 05 đơn vị: Bệnh viện A, Bệnh viện B": one leads,
    or none of those."""
    starts = [u.evidence.start for u in leads if u.evidence is not None]
    before = [subject.folded[max(0, at - 80) : at] for at in sorted(starts)]
    return bool(before) and (
        _SERVED.search(before[0]) is not None or any(_ADVISES.search(words) for words in before[1:])
    )


_FEW_VAGUE = 3


def supports(subject: Subject) -> Iterator[Hit]:
    """Tasks that only "các cơ quan, đơn vị có liên quan" support: told once, with their number."""
    vague = [
        task for task in subject.extraction.tasks
        if task.supporting_units and all(vague_kind(u.name) == "vague" for u in task.supporting_units)
    ]  # fmt: skip
    helped = sum(bool(task.supporting_units) for task in subject.extraction.tasks)
    if len(vague) >= _FEW_VAGUE:
        figures = {"tasks": len(vague), "of": helped, "unit": vague[0].supporting_units[0].name}
        spans = tuple(span for task in vague[:20] for span in subject.units(task.supporting_units[:1]))
        yield Hit("vague-support", figures, spans)


def units(subject: Subject) -> Iterator[Hit]:
    """Units that only help, and units that had ceased to exist when the document was issued."""
    leading = {fold(u.name) for t in subject.extraction.tasks for u in t.lead_units}
    leading |= {fold(u.name) for t in subject.extraction.targets for u in subject.leads(t)}
    helping: dict[str, list[Unit]] = {}
    for task in subject.extraction.tasks:
        for unit in task.supporting_units:
            helping.setdefault(fold(unit.name), []).append(unit)
    for key, found in helping.items():
        if key not in leading and not vague_kind(found[0].name):
            figures = {"unit": found[0].name, "times": len(found)}
            yield Hit("owner-without-task", figures, subject.units(found[:3]))
    yield from _gone(subject)


def _gone(subject: Subject) -> Iterator[Hit]:
    document = subject.extraction.document
    if document.issued_on is None:
        return
    seen: set[str] = set()
    for task in subject.extraction.tasks:
        for unit in (*task.lead_units, *task.supporting_units):
            if unit.name in seen or valid_on(unit.name, document.province, document.issued_on):
                continue
            seen.add(unit.name)
            after = [
                s.name if s.province in (None, document.province) or s.province in s.name
                else f"{s.name} ({s.province})"
                for s in successors(unit.name, document.province, document.issued_on)
            ]  # fmt: skip
            figures = {
                "unit": unit.name,
                "issued": document.issued_on.isoformat(),
                "successors": "; ".join(after) or "không có",
            }
            yield Hit("unit-no-longer-exists", figures, subject.units([unit]))


def codes(subject: Subject) -> Iterator[Hit]:
    """Codes of the record that the catalog does not know: another issue of the catalog was meant."""
    known: dict[str, Span] = {}
    for record in subject.records:
        for code in record.indicator_codes:
            if code not in subject.catalog:
                known.setdefault(code, subject.of(record))
    if known:
        figures = {"codes": ", ".join(known), "catalog": subject.catalog.name}
        yield Hit("code-not-in-catalog", figures, tuple(known.values())[:5])


@cache
def _odd_names() -> dict[str, str]:
    """Ways of writing a unit that differ from its name in words, not only in marks."""
    return {
        squeeze(row["written"]): row["name"]
        for row in gazetteers.rows("unit_names")
        if _words(row["written"]) != _words(row["name"])
    }


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", fold(name))


def names(subject: Subject) -> Iterator[Hit]:
    """Units written by a name that is not theirs ("Sở Lao động và Thương binh xã hội")."""
    seen: set[str] = set()
    for task in subject.extraction.tasks:
        for unit in (*task.lead_units, *task.supporting_units):
            written = squeeze(unit.text)
            if (
                unit.text != unit.text.upper()
                and vague_kind(unit.name) is None
                and written not in seen
                and _odd_names().get(written) == unit.name
            ):
                seen.add(written)
                figures = {"written": unit.text, "name": unit.name}
                yield Hit("unit-name-differs", figures, subject.units([unit]))
