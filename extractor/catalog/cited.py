"""Codes that a text cites: lists, ranges and whole groups behind "chỉ số", and codes in brackets.

"các chỉ số 2.8, 5.12 (gồm cả 5.12.1), từ 6.8 đến 6.12" and "toàn bộ chỉ tiêu nhóm 5 (trừ 5.9)" are read
from left to right, each word once; what the catalog does not hold is no code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.catalog.indicators import Catalog
from extractor.vietnamese.forms import fold, squeeze

CODE = (
    r"\d{1,2}(?:\.\d{1,2}){1,3}(?![\d%]|\.\d|,\d|\s?%|/\d)"
    r"(?!\s(?:tỷ|triệu|nghìn|điểm|lần|người|hộ|xã|cuộc|bậc|gb|mb|m2|km|ha)(?!\w))"
)
_CUE = (
    r"(?:các |những )?(?:chỉ số|chỉ tiêu|tiêu chí|mã số|mã)"
    r"(?: (?:chỉ số|chỉ tiêu|thành phần|con|số|có mã)){0,2}"
)
_CITED = re.compile(rf"(?<!\w){_CUE}\s*:?\s*(?=(?:từ |mã |số ){{0,3}}\(?{CODE})")
_STEP = re.compile(
    rf"\s*(?:(?P<range>đến hết|đến|tới|-|–|→)\s*(?:{_CUE}\s*)?(?={CODE})"
    rf"|(?P<join>[,;&/]|và|cùng|hoặc|,\s*và|;\s*và)?\s*(?:(?:từ|{_CUE}|mã)\s*){{0,3}}(?={CODE}))"
)
_CODE = re.compile(CODE)
_ASIDE = re.compile(
    r"\s*\(\s*(?P<without>trừ|không gồm|không bao gồm|ngoại trừ)?"
    rf"(?:\s*(?:bao gồm|gồm|kể|cả|{_CUE})){{0,4}}\s*"
    rf"(?P<codes>{CODE}(?:\s*(?:,|;|và|đến|-|–)\s*{CODE})*)\s*\)"
)
_WITHOUT = re.compile(rf"\s*,?\s*\(?(?:trừ|không gồm|không bao gồm|ngoại trừ)(?:\s{_CUE})?\s+(?={CODE})")
_GROUP = re.compile(
    r"(?<!\w)(?:(?:toàn bộ|tất cả|mọi|các)(?: các)? (?:chỉ số|chỉ tiêu|mã)(?: thành phần| con)?"
    r"(?: (?:thuộc|của|trong))?(?: các)? nhóm(?: chỉ số)?|"
    r"(?:toàn bộ|tất cả|mọi)(?: các)? nhóm(?: chỉ số| chỉ tiêu)?|"
    r"(?:chủ trì|phụ trách|chịu trách nhiệm)(?: thực hiện| theo dõi)*(?: các)? nhóm (?:chỉ số|chỉ tiêu))"
    r" (?:số )?(?P<rest>[^.;:\n]{1,120})"
)
_NUMBERS = re.compile(r"\d(?!\d|[.,]\d|%)(?:\s*(?:,|và)\s*(?:nhóm )?\d(?!\d|[.,]\d|%))*")
_RUN = re.compile(rf"(?<![\w.,/])(?:{CODE}(?:\s*(?:,|;|và|,\s*và)\s*(?={CODE}))?)+")
_CODES_ONLY = (
    rf"\s*(?:từ\s+)?{CODE}(?:\s*(?:,\s*và|;\s*và|,|;|và|đến hết|đến|tới|-|–)\s*(?:từ\s+)?{CODE})*[\s.;]*"
)
_NOTHING_ELSE = re.compile(_CODES_ONLY)
_LINE_OF_GROUP = re.compile(  # "- Hạ tầng số: 3.3, 3.4 và từ 3.6 đến 3.7."
    rf"[\s\-–+*•]*(?P<name>[^\d:;.]{{4,60}}?)(?:\s*\([^()]{{1,40}}\))?\s*:(?P<codes>{_CODES_ONLY})"
)
_SPEAKS_OF_CODES = re.compile(r"(?<!\w)(?:mã|chỉ số)(?!\w)")
_BRACKETED = re.compile(rf"[(\[]\s*(?:{_CUE}\s*)?(?P<codes>{CODE}(?:\s*(?:,|;|và)\s*{CODE})*)\s*[)\]]")


def cited_codes(text: str, catalog: Catalog) -> list[str]:
    """Codes that the words cite, in order; () brackets of nothing but codes count too.

    A text of nothing but codes (a cell "2.6, 2.7; 3.1 - 3.5") needs no word before them.
    """
    low = fold(text)
    if _NOTHING_ELSE.fullmatch(low):
        low = f"mã {low.strip()}"
    elif own := _line_of_group(low, catalog):
        low = f"mã {own}"
    found: list[tuple[int, str]] = []
    denied: set[str] = set()
    position = 0
    while cue := _CITED.search(low, position):
        position = _list(low, cue.end(), catalog, found, denied)
    found += ((m.start(), c) for m in _GROUP.finditer(low) for c in _grouped(low, m, catalog))
    for match in _WITHOUT.finditer(low):
        _list(low, match.end(), catalog, [], denied, out=True)
    found += ((at, c) for at, c in _runs(low) if c in catalog)
    found += ((at, c) for at, codes in bracketed_codes(low, catalog) for c in codes)
    ordered = [c for _, c in sorted(found, key=lambda f: f[0]) if c not in denied]
    return list(dict.fromkeys(ordered))


def _line_of_group(low: str, catalog: Catalog) -> str | None:
    """The codes of a line that names a main group and then says nothing but codes of it."""
    match = _LINE_OF_GROUP.fullmatch(low)
    if match is None:
        return None
    name = re.sub(r"^(?:các )?(?:nhóm|chỉ số)(?: chỉ số)? ", "", squeeze(match["name"]))
    groups = {g.code for g in catalog.children(None) if g.is_group and squeeze(g.name) == name}
    mains = {code.split(".")[0] for code in _CODE.findall(match["codes"])}
    return match["codes"].strip() if groups and mains == groups else None


def _runs(low: str) -> Iterator[tuple[int, str]]:
    """ "Chọn ba mã để làm trước, nhất là 6.9 và 7.4": lists of codes in a text that speaks of codes."""
    cue = _SPEAKS_OF_CODES.search(low)
    for match in _RUN.finditer(low, cue.end()) if cue else ():
        codes = _CODE.findall(match[0])
        yield from ((match.start(), c) for c in codes if len(codes) > 1)


def bracketed_codes(text: str, catalog: Catalog) -> list[tuple[int, tuple[str, ...]]]:
    """Brackets that hold nothing but codes ("(3.1)", "[mã 4.5, 4.6]"): where each opens, and its codes."""
    found = []
    for match in _BRACKETED.finditer(fold(text)):
        codes = tuple(c for c in _CODE.findall(match["codes"]) if c in catalog)
        if codes:
            found.append((match.start(), codes))
    return found


def _list(
    low: str, start: int, catalog: Catalog, found: list[tuple[int, str]], denied: set[str], out: bool = False
) -> int:
    """Read the list of codes at ``start`` and return where it ends."""
    position, last = start, ""
    while step := _STEP.match(low, position):
        if last and not (step["range"] or step["join"]):
            break
        if out and ";" in (step["join"] or ""):
            break  # "trừ 3.7; 4.7, 4.11": what is left out ends there
        code = _CODE.match(low, step.end())
        if code is None:
            break
        codes = _between(catalog, last, code[0]) if step["range"] and last else [code[0]]
        known = [(code.start(), c) for c in codes if c in catalog]
        if out:
            denied.update(c for _, c in known)
        found += known
        last, position = code[0], code.end()
        if aside := _ASIDE.match(low, position):
            inside: list[tuple[int, str]] = []
            _list(low, aside.start("codes"), catalog, inside, denied)
            if aside["without"]:
                denied.update(c for _, c in inside)
            else:
                found += inside
            position = aside.end()
    return max(position, start)


def _between(catalog: Catalog, first: str, last: str) -> Iterable[str]:
    """The codes of a range: siblings from the one behind ``first`` to ``last``."""
    a, b = first.rsplit(".", 1), last.rsplit(".", 1)
    if a[0] == b[0] and a[1].isdigit() and int(a[1]) < int(b[1]):
        return [f"{a[0]}.{n}" for n in range(int(a[1]) + 1, int(b[1]) + 1)]
    order = {i.code: n for n, i in enumerate(catalog)}
    if first not in order or last not in order or order[first] > order[last]:
        return [last]
    run = catalog.indicators[order[first] + 1 : order[last] + 1]
    return [i.code for i in run if (not i.is_group and i.code.count(".") <= 1) or i.code == last]


_SOME_OF = re.compile(
    r"\d(?:\s(?!trừ|không|ngoại)[^\W\d_]+){0,6}?\s*[,(:]?\s*"
    r"(?:(?:cụ thể|gồm|bao gồm|là|các chỉ số|chỉ số|mã)\s*:?\s*){0,3}"
    rf"(?P<codes>(?:từ\s)?{CODE})"
)
"""A group of which some are then told: "nhóm 5 từ 5.1 đến 5.11", "nhóm 3 (3.1, 3.2)"."""


def _grouped(low: str, match: re.Match[str], catalog: Catalog) -> Iterator[str]:
    """All indicators of the groups that the words behind "nhóm" number or name."""
    rest, at = match["rest"], match.start("rest")
    some = _SOME_OF.match(low, at)
    if some and low[some.start("codes") :].removeprefix("từ ").startswith(f"{rest[0]}."):
        listed: list[tuple[int, str]] = []
        _list(low, some.start("codes"), catalog, listed, set())
        yield from (code for _, code in listed)
        return
    numbers = _NUMBERS.match(low, at)
    words = squeeze(rest)
    for group in catalog.children(None):
        named = words.startswith(squeeze(group.name)) or words.startswith(f"chỉ số {squeeze(group.name)}")
        numbered = numbers is not None and group.code in re.findall(r"\d", numbers[0])
        if group.is_group and (named or numbered):
            yield from (i.code for i in catalog if i.code.startswith(group.code + "."))
