"""Acts cited when another had taken their place, by another act's title, by a symbol of another kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.known_acts import Known, is_named, register, words_of
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.references import plain_number
from extractor.analysis.audit.subject import Subject
from extractor.annotators.acts import kinds_by_code
from extractor.records import Citation
from extractor.vietnamese.forms import fold, squeeze

_OVER = re.compile(
    r"(?<!\w)(?:thay thế|bãi bỏ|hết hiệu lực|thay cho|trước đây|sửa đổi|bổ sung|giai đoạn trước|kế thừa|"
    r"chuyển tiếp|"
    r"hủy bỏ|bị thay|được thay|sơ kết|tổng kết|kết quả|đã)(?!\w)"
)
_BASIS = re.compile(
    r"(?:\A[-–+*•\s]*|(?<!\w)(?:căn cứ|thực hiện|theo|quy định (?:tại|của)|tuân thủ|và) (?:các )?)$"
)
_LABEL = re.compile(r"\s*(?:chỉ số )?(\d{1,2}(?:\.\d{1,2}){1,3})")
_AROUND = 110
_TITLED = re.compile(r"(?<!\w)(?:phê duyệt|ban hành|về(?: việc)?|thông qua|quy định)\s+(.{12,140})")
_ALIKE = 92
_SYMBOL = re.compile(r"\d{1,5}(?:/\d{4})?[/-]([A-ZĐa-zđ]+)[-/]")
_TOLD_APART = {
    "Quyết định", "Nghị quyết", "Nghị định", "Thông tư", "Chỉ thị", "Kế hoạch", "Thông báo", "Báo cáo",
    "Tờ trình", "Chương trình", "Kết luận", "Hướng dẫn",
}  # fmt: skip


def replaced(subject: Subject) -> Iterator[Hit]:
    """ "Luật Giao dịch điện tử ngày 29/11/2005" in a plan of 2025: the law of 2023 is in its place."""
    issued = subject.extraction.document.issued_on
    told: set[str] = set()
    for act in subject.extraction.document.citations if issued is not None else ():
        known = _known(act)
        if known is None or known.until is None or issued is None or issued < known.until:
            continue
        named = act.text[:1].isalpha()  # a bare number stands in lists that tell nothing of its use
        if known.number in told or act.evidence is None or not named or not _stands(subject, act):
            continue
        told.add(known.number)
        figures: dict[str, Figure] = {"act": act.text, "by": known.replaced_by}
        figures["since"] = known.until.isoformat()
        yield Hit("act-replaced", figures, (subject.span(act.evidence, act.text),))


_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SCORED = re.compile(
    r"(?<!\w)(?:chấm điểm|tính điểm|tự đánh giá|bộ chỉ số|bộ tiêu chí|đo lường|xếp hạng)(?!\w)"
)


def older(subject: Subject) -> Iterator[Hit]:
    """ "… hồ sơ chấm điểm DTI theo Quyết định số 922/QĐ-BTTTT" in a plan built on 405/QĐ-BKHCN, of the same
    subject and later."""
    grounds: list[Known] = []
    for act in subject.extraction.document.citations:
        known = _known(act)
        if known is None or act.evidence is None or not known.subjects:
            continue
        later = next((k for k in grounds if _later(k, known)), None)
        grounds.append(known)
        if later is None or known.until is not None or not _stands(subject, act):
            continue
        low = subject.folded.rfind("\n", 0, act.evidence.start) + 1
        clause = clause_before(subject.folded[low : act.evidence.start])
        years = _YEAR.findall(clause + clause_behind(subject.folded[act.evidence.end :][:_AROUND]))
        if not _SCORED.search(clause) or any(int(year) < later.issued_on.year for year in years):
            continue  # of a year that the older one was for
        figures: dict[str, Figure] = {"act": act.text, "by": f"{later.kind} số {later.number}"}
        figures["since"] = later.issued_on.isoformat()
        yield Hit("act-replaced", figures, (subject.span(act.evidence, act.text),))


def _later(one: Known, other: Known) -> bool:
    """The register has both under the same subjects, the one issued after the other."""
    return one.subjects == other.subjects and one.kind == other.kind and one.issued_on > other.issued_on


def _known(act: Citation) -> Known | None:
    """The act of the register that is cited: by its number, a law also by its name and day."""
    number = plain_number(act.number or "")
    for known in register():
        if known.kind != act.kind:
            continue
        if number and known.number == number and act.issued_on in (None, known.issued_on):
            return known
        named = act.kind == "Luật" and any(is_named(name, act.text) for name in known.subjects)
        if not number and named and act.issued_on == known.issued_on:
            return known
    return None


def _stands(subject: Subject, act: Citation) -> bool:
    """Cited in prose as a basis in force: not as what another replaces, not by the name of an indicator."""
    assert act.evidence is not None
    at = act.evidence.start
    i = bisect_right(subject.paragraphs, (at, len(subject.text))) - 1
    if i < 0 or subject.paragraphs[i][1] <= at:
        return False
    paragraph = subject.folded[subject.paragraphs[i][0] : at]
    before = clause_before(paragraph)
    after = clause_behind(subject.folded[act.evidence.end : act.evidence.end + _AROUND])
    label = _LABEL.match(paragraph)
    if (label and label[1] in subject.catalog) or not _BASIS.search(before):
        return False
    return not _OVER.search(f"{before[-_AROUND:]} | {after}") and not _in_a_name(before)


def _in_a_name(before: str) -> bool:
    """The catalog itself cites the act in the name of an indicator."""
    tail = " ".join(squeeze(before).split()[-5:])
    return len(tail.split()) == 5 and any(tail in name for name in _citing_names())


@cache
def _citing_names() -> tuple[str, ...]:
    from extractor.catalog import Catalog

    return tuple(squeeze(i.name) for i in Catalog.default() if re.search(r"\d/\d{4}/", i.name))


def titles(subject: Subject) -> Iterator[Hit]:
    """ "Quyết định số 749/QĐ-TTg … phê duyệt Chiến lược An toàn, An ninh mạng quốc gia": that is
    964/QĐ-TTg."""
    told: set[str] = set()
    for act in subject.extraction.document.citations:
        known = _known(act)
        if known is None or act.evidence is None or known.number in told or act.kind == "Luật":
            continue
        words = words_of(subject, act)
        title = _TITLED.search(words[len(fold(act.text)) :])
        if title is None or any(name in title[1] for name in known.subjects) or _like(known, title[1]):
            continue
        other = next(
            (o for o in register() if o.kind == act.kind and o is not known and _like(o, title[1])), None
        )
        if other is not None and known.subjects and _differ(known, other):
            told.add(known.number)
            figures: dict[str, Figure] = {"act": act.text, "name": other.name}
            figures |= {"number": other.number.replace("TTG", "TTg"), "date": other.issued_on.isoformat()}
            yield Hit("act-against-register", figures, (subject.span(act.evidence, act.text),))


def _like(known: Known, title: str) -> bool:
    """The title opens with the act's name."""
    name = squeeze(known.name)
    return len(name.split()) > 3 and fuzz.ratio(name, squeeze(title)[: len(name)]) >= _ALIKE


def _differ(one: Known, other: Known) -> bool:
    return not set(one.subjects) & set(other.subjects)


def kinds(subject: Subject) -> Iterator[Hit]:
    """ "Quyết định số 15/KH-UBND": KH stands for a plan."""
    codes = kinds_by_code()
    told: set[str] = set()
    for act in subject.extraction.document.citations:
        match = _SYMBOL.match("".join((act.number or "").split()))
        meant = codes.get(match[1].upper()) if match else None
        printed = next((kind for kind in _TOLD_APART if fold(act.text).startswith(f"{fold(kind)} số")), None)
        if (
            meant is None
            or printed is None
            or meant == printed
            or meant not in _TOLD_APART
            or act.text in told
        ):
            continue
        told.add(act.text)
        figures: dict[str, Figure] = {"act": act.text, "kind": printed, "meant": meant}
        yield Hit("kind-against-number", figures, (subject.span(act.evidence, act.text),))
