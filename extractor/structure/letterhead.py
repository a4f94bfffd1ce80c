"""Facts of a document: kind, number, date, issuer, province, level, title, signer, period.

They come from the letterhead first, then from a portal's metadata, the portal's heading, the annex
line "(Kèm theo Kế hoạch số … ngày …)", and last from the text. What none of them says is None.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from extractor.annotators.acts import Act, act_types, find_acts, kind_of_number, plain_number
from extractor.records import DocumentKind, DocumentLevel
from extractor.sources.model import Source
from extractor.structure.head import (
    ANNEX,
    NUMBER,
    Head,
    Line,
    Span,
    find_head,
    head_number,
    place_date,
    read_lines,
)
from extractor.structure.issuers import Issuer, issuer_of_lines, issuer_of_words
from extractor.structure.places import find_provinces, province_named, tiered_places
from extractor.structure.signature import find_signer
from extractor.structure.titles import find_title, period_below_title, period_of_text, period_of_title
from extractor.vietnamese.dates import find_dates
from extractor.vietnamese.forms import fold


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a document, and where each one's words stand; None is what the source does not say."""

    kind: DocumentKind = "other"
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    province: str | None = None
    level: DocumentLevel | None = None
    title: str | None = None
    signer: str | None = None
    period: tuple[date | None, date | None] | None = None
    spans: dict[str, Span] = field(default_factory=dict)


_MOTTO_TEXT = re.compile(r"(?:cong hoa xa hoi|doc lap\s?-\s?tu do|dang cong san viet nam).*")
_LETTER = re.compile(r"(?:v/v|v/v:|về việc)\s")
_ABOUT = re.compile(r"(?:về việc|v/v|về)\s")
_HEADING_NUMBER = re.compile(r"^(?P<type>[^\d]{4,40}?)\s(?:số\s)?(?P<number>\d\S{3,30})\s")


def _annex_act(lines: tuple[Line, ...], source: Source) -> tuple[Act, int] | None:
    """The document itself as its annexes cite it: "(Kèm theo Kế hoạch số … ngày …)"."""
    for line in lines:
        if len(line.text) < 400 and (match := ANNEX.search(line.low[:60])):
            acts = find_acts(source.text[line.start + match.end() : line.end])
            if acts:
                return acts[0], line.start + match.end()
    return None


def _metadata(source: Source, *keys: str) -> str | None:
    wanted = {fold(key) for key in keys}
    values = [v for k, v in source.metadata.items() if fold(k).strip(" :") in wanted]
    return next((v for v in values if v.strip()), None)


# --- assembly --------------------------------------------------------------------------------------


def _kind(name: str | None) -> DocumentKind | None:
    """The record's kind for the name of a type of act."""
    for row in act_types():
        if name is not None and fold(name) == fold(row["name"]):
            kinds: dict[str, DocumentKind] = {"plan": "plan", "report": "report", "decision": "decision"}
            return kinds.get(row["kind"], "other")
    return None


_ATTACHED = re.compile(r"\((?:ban hành )?kèm theo (kế hoạch|chương trình|đề án|báo cáo|quyết định)\b")


def _attached_kind(text: str) -> DocumentKind | None:
    """An annex that came alone is what it was attached to ("(Kèm theo Chương trình …)")."""
    match = _ATTACHED.search(fold(text[:6000]))
    return _kind(match[1].capitalize()) if match else None


def _kind_of_text(text: str) -> DocumentKind:
    """Which type the text calls itself: "Kế hoạch này", "ban hành Kế hoạch"."""
    low = fold(text)
    plan = len(re.findall(r"(?:kế hoạch|chương trình|đề án) này|trên đây là kế hoạch|ban hành kế hoạch", low))
    report = len(re.findall(r"báo cáo này|trên đây là báo cáo", low))
    decision = len(re.findall(r"(?:quyết định|nghị quyết|chỉ thị) này", low))
    best = max((plan, "plan"), (report, "report"), (decision, "decision"), key=lambda item: item[0])
    kinds: dict[str, DocumentKind] = {"plan": "plan", "report": "report", "decision": "decision"}
    return kinds[best[1]] if best[0] else "other"


def _portal_heading(lines: tuple[Line, ...]) -> tuple[str, str, Line] | None:
    """Type, number and line of a portal's heading: "Kế hoạch 213/KH-UBND về …"."""
    for line in lines[:3]:
        match = _HEADING_NUMBER.match(line.text)
        number = NUMBER.match(line.text, match.start("number")) if match else None
        if match and number and _kind(re.sub(r"\s+số$", "", match["type"])) and len(line.text) < 400:
            return match["type"], number.group(), line
    return None


def _text_issuer(text: str, province: str | None) -> Issuer | None:
    """The issuer where no letterhead is: the committee that the text speaks of most."""
    low = fold(text)
    tiers = Counter(
        m.group(1)
        for m in re.finditer(r"(?:trên địa bàn|của|toàn) (tỉnh|thành phố|huyện|thị xã|xã|phường)(?!\w)", low)
    )
    for match in re.finditer(
        r"(?:ủy ban nhân dân|ubnd) (?=(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường) )", low
    ):
        named = next(tiered_places(text[match.end() : match.end() + 60]), None)
        if named and re.match(r".{0,8}ban hành", low[match.end() + len(f"{named[0]} {named[1]}") :]):
            return issuer_of_words(f"UBND {named[0]} {named[1]}")
    tier = tiers.most_common(1)[0][0] if tiers else "tỉnh"
    if tier in ("tỉnh", "thành phố") or not tiers:
        speaks = re.search(r"(?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố)|hđnd tỉnh", low)
        return issuer_of_words(f"UBND tỉnh {province}") if province and speaks else None
    names = Counter(name for word, name in tiered_places(text) if word == tier)
    return issuer_of_words(f"UBND {tier} {names.most_common(1)[0][0]}") if names else None


def _main_province(text: str) -> tuple[str, Span] | None:
    """The province that the text names most after "tỉnh" or "thành phố", at least twice."""
    low = fold(text)
    found = [
        p
        for p in find_provinces(text)
        if re.search(r"(?:tỉnh|thành phố|tp\.?)\s?\Z", low[max(0, p.start - 11) : p.start])
    ]
    counts = Counter(p.name for p in found)
    if not counts:
        return None
    name, count = counts.most_common(1)[0]
    if count < 2 and len(counts) > 1:
        return None
    first = next(p for p in found if p.name == name)
    return name, (first.start, first.end)


def read_facts(source: Source) -> Facts:
    """Read the facts of ``source``. Never fails: what is not found is None."""
    lines = read_lines(source)
    head = find_head(lines)
    spans: dict[str, Span] = {}
    heading, annex = _portal_heading(lines), _annex_act(lines, source)

    number = _fact_number(source, head, heading, annex, spans)
    issued_on, place = _fact_date(source, head, annex, spans)
    title, span, type_name = find_title(head, source.text)
    if title is None and heading and (head.zone or source.metadata):
        about = heading[2].text[heading[2].text.index(heading[1]) + len(heading[1]) :].strip()
        title, span = f"{heading[0]} {_ABOUT.sub('', about, 1)}", (heading[2].start, heading[2].end)
    letter = next((line for line in head.inside if _LETTER.match(line.low)), None)
    if title is None and letter:
        title, span = letter.text, (letter.start, letter.end)
    title = title or _metadata(source, "Trích yếu")
    if span:
        spans["title"] = span

    kind = _fact_kind(source, (type_name, number, heading[0] if heading else None, title), letter is not None)
    issuer, province = _fact_issuer(source, head, place, number, annex, spans)
    signer = find_signer(source.text, [(line.start, line.end) for line in lines])
    if signer:
        spans["signer"] = (signer.start, signer.end)
    signed_by = signer.name if signer else _metadata(source, "Người ký")
    headings = (title, heading[2].text if heading else None)
    periods = (period_of_title(words, results=kind == "report") for words in headings if words)
    period = next((p for p in periods if p), None)
    if period is None and kind == "report" and span:
        period = period_below_title(source.text, span)
    period = period or (
        period_of_text(source.text, issued_on, results=kind == "report")
        if kind in ("plan", "report")
        else None
    )
    return Facts(
        kind, number, issued_on, issuer.name if issuer else None, province,
        issuer.level if issuer else None, title, signed_by, period, spans,
    )  # fmt: skip


def _fact_kind(
    source: Source, names: tuple[str | None, str | None, str | None, str | None], is_letter: bool
) -> DocumentKind:
    """The kind: from type line, metadata, the number's code, the portal's heading, the title, the text."""
    type_name, number, heading, title = names
    opening = next(
        (r["name"] for r in act_types() if title and fold(title).startswith(fold(r["name"]))), None
    )
    found = (
        _kind(type_name)
        or _kind(_metadata(source, "Loại văn bản"))
        or _kind(kind_of_number(number) if number else None)
        or _kind(heading)
    )
    if found is None and is_letter:
        return "decision"  # an official letter has no type line, only "V/v …"
    return found or _kind(opening) or _attached_kind(source.text) or _kind_of_text(source.text)


def _fact_number(
    source: Source,
    head: Head,
    heading: tuple[str, str, Line] | None,
    annex: tuple[Act, int] | None,
    spans: dict[str, Span],
) -> str | None:
    number, span, _ = head_number(head)
    if number and span:
        spans["number"] = span
        return number
    printed = _metadata(source, "Số hiệu", "Số ký hiệu")
    if printed and (match := NUMBER.search(printed)):
        return plain_number(match.group())
    if heading:
        return plain_number(heading[1])
    if annex and annex[0].number and not annex[0].number.isdigit():
        spans["number"] = (annex[1] + annex[0].start, annex[1] + annex[0].end)
        return annex[0].number
    return None


def _fact_date(
    source: Source, head: Head, annex: tuple[Act, int] | None, spans: dict[str, Span]
) -> tuple[date | None, str]:
    mention, place = place_date(source, head)
    if mention and mention.first:
        spans["issued_on"] = (mention.start, mention.end)
        return mention.first, place
    printed = find_dates(_metadata(source, "Ngày ban hành") or "")
    if printed and printed[0].precision == "day":
        return printed[0].first, place
    if annex and annex[0].issued_on:
        spans["issued_on"] = (annex[1] + annex[0].start, annex[1] + annex[0].end)
        return annex[0].issued_on, place
    return None, place


def _fact_issuer(
    source: Source,
    head: Head,
    place: str,
    number: str | None,
    annex: tuple[Act, int] | None,
    spans: dict[str, Span],
) -> tuple[Issuer | None, str | None]:
    """The issuer and the province, from the letterhead down to the text."""
    zone = [(line.start, _MOTTO_TEXT.sub("", line.key), line.text) for line in head.inside]
    authority = [(at, text[: len(key)].strip()) for at, key, text in zone if key.strip()]
    issuer = issuer_of_lines([text for _, text in authority], source.text)
    main = _main_province(source.text)
    here = province_named(place) if place else None
    if (issuer is None or not issuer.named) and (
        printed := _metadata(source, "Cơ quan ban hành", "Nơi ban hành")
    ):
        issuer = issuer_of_words(printed) or issuer
    if (issuer is None or not issuer.named) and place and (issuer or (number and "UBND" in number)):
        head_words = issuer.name if issuer else "UBND"
        issuer = issuer_of_words(f"{head_words} {_tier_of(place, here, source.text)}") or issuer
    if issuer is None and annex and annex[0].issuer:
        issuer = issuer_of_words(annex[0].issuer)
        issuer = issuer if issuer and issuer.named else None
    central = issuer is not None and issuer.level == "central"
    province = (issuer.province if issuer else None) or (here[0] if here and not central else None)
    if province is None and main and not central:
        province, spans["province"] = main
    if issuer is None or not issuer.named:
        issuer = _text_issuer(source.text, province) or issuer
    if head.zone and authority and issuer:
        spans["issuer"] = (head.inside[0].start, head.inside[0].end)
    return issuer, province


def _tier_of(place: str, province: tuple[str, str] | None, text: str) -> str:
    """ "Cà Mau" as "tỉnh Cà Mau", "Bù Đăng" as the text calls it ("huyện Bù Đăng")."""
    if province:
        return f"{province[1]} {province[0]}"
    words = Counter(tier for tier, name in tiered_places(text) if fold(name) == fold(place))
    return f"{words.most_common(1)[0][0]} {place}" if words else ""
