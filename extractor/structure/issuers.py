"""Issuing authorities: the lines of a letterhead, or words of metadata, to a standard name and a level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor import gazetteers
from extractor.records import DocumentLevel
from extractor.structure.capitals import is_capitals, sentence_case
from extractor.structure.places import province_at_start, province_named
from extractor.vietnamese.forms import bare, fold


@dataclass(frozen=True, slots=True)
class Issuer:
    """An authority: "UBND tỉnh Cà Mau", its level and province; not ``named`` where its place is missing."""

    name: str
    level: DocumentLevel | None
    province: str | None = None
    named: bool = True


_COMMITTEES = {
    "uy ban nhan dan": "UBND", "ubnd": "UBND", "hoi dong nhan dan": "HĐND", "hdnd": "HĐND",
    "ban chap hanh dang bo": "Ban Chấp hành Đảng bộ",
    "ban thuong vu tinh uy": "Tỉnh ủy",
}  # fmt: skip
_PARTY = {
    "tinh uy": ("Tỉnh ủy", "province"),
    "thanh uy": ("Thành ủy", "province"),
    "huyen uy": ("Huyện ủy", "district"),
    "quan uy": ("Quận ủy", "district"),
    "thi uy": ("Thị ủy", "district"),
    "dang uy": ("Đảng ủy", "commune"),
}
_PARTY_OF = re.compile(r"dang bo (?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran)\s+(?=\w)")
_HEAD = re.compile(
    "|".join(sorted((*_COMMITTEES, *_PARTY), key=len, reverse=True)).join(
        (r"(?:chu tich )?(", r")(?!\w)[\s,:*-]*")
    )
)
_TIER = re.compile(r"(tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)(?![\w])\s*", re.S)
_TIERS: dict[str, tuple[str, DocumentLevel]] = {
    "tinh": ("tỉnh", "province"), "thanh pho": ("thành phố", "district"), "tp": ("thành phố", "district"),
    "huyen": ("huyện", "district"), "quan": ("quận", "district"), "thi xa": ("thị xã", "district"),
    "xa": ("xã", "commune"), "phuong": ("phường", "commune"), "thi tran": ("thị trấn", "commune"),
    "dac khu": ("đặc khu", "commune"),
}  # fmt: skip
_AGENCY = re.compile(
    r"(?:so|ban|van phong|cong an|cuc|chi cuc|trung tam|vien|truong|thanh tra|phong|kho bac|bao)(?!\w)"
)
_BODIES = re.compile(r"(?:ban chi dao|ban dieu hanh|to cong tac|hoi dong)(?!\w)")
_INNER = re.compile(
    r"\s(?=(?:so (?:giao|thong|khoa|noi|tai|y|xay|cong|tu|van|lao|nong|du|ke|giao)|ban chi dao|ban dieu hanh"
    r"|ban quan ly|van phong|uy ban nhan dan)\s)"
)
_PARTY_INNER = re.compile(r"\s(?=(?:tinh|thanh|huyen|quan|thi|dang) uy(?!\w))")
_NOT_AN_AUTHORITY = re.compile(r"so\s?[:\d./]|ban hanh")
_WORD = re.compile(r"[^\W\d_][\w'’]*|\d+")


@cache
def _central() -> dict[str, str]:
    return {
        bare(name): row["name"]
        for row in gazetteers.rows("issuers")
        for name in (row["name"], *row["aliases"].split(";"))
        if name
    }


def _place_name(words: str) -> str:
    """Each word with a capital; only the first words that can be a name."""
    kept = _WORD.findall(words)[:4]
    if len(kept) > 2 and is_capitals(words) and kept[-1] == "NAM":
        kept = kept[:-1]  # the end of the motto, where two columns were merged into one line
    return " ".join(w[:1].upper() + w[1:].lower() for w in kept)


def issuer_of_words(words: str) -> Issuer | None:
    """The authority that a phrase names: "Tỉnh Cà Mau", "UBND huyện Bù Đăng", "Bộ Tài chính"."""
    words = words.strip(" .,;:*-")
    key = bare(words)
    for name, standard in _central().items():
        if key == name or (key.endswith(" " + name) and key.startswith(("bo truong", "thu truong"))):
            return Issuer(standard, "central")
    head = _HEAD.match(key)
    if head and head.group(1) in _PARTY:
        return _party(head.group(1), words[head.end() :])
    rest = words[head.end() :] if head else words
    title = _COMMITTEES[head.group(1)] if head else "UBND"
    tier = _TIER.match(bare(rest))
    if tier:
        return _tiered(title, tier.group(1).rstrip("."), rest[tier.end() :])
    if head:
        found = province_at_start(rest) if rest else None
        if found:
            return Issuer(f"{title} {found[1]} {found[0]}", "province", found[0])
        return Issuer(title, None, None, named=False)
    found = province_named(words)
    return Issuer(f"UBND {found[1]} {found[0]}", "province", found[0]) if found else None


def _party(key: str, rest: str) -> Issuer:
    name, level = _PARTY[key]
    found = province_at_start(rest)
    if level == "province":
        if not found:
            return Issuer(name, "province", None, named=False)
        return Issuer(f"{name} {found[0]}", "province", found[0])
    place = _place_name(rest)
    tier: DocumentLevel = "district" if level == "district" else "commune"
    return Issuer(f"{name} {place}".strip(), tier, None, named=bool(place))


def _tiered(title: str, key: str, rest: str) -> Issuer:
    tier, level = _TIERS[key]
    found = province_at_start(rest) if key in ("tinh", "thanh pho", "tp") else None
    if found:
        return Issuer(f"{title} {found[1]} {found[0]}", "province", found[0])
    name = _place_name(rest)
    return Issuer(f"{title} {tier} {name}".strip(), level, None, named=bool(name))


def _parted(lines: list[str]) -> list[str]:
    """Lines that hold two authorities ("UBND TỈNH … SỞ …"), parted."""
    parts: list[str] = []
    for line in lines:
        line = re.split(r"\s(?:-{3,}|s[oố]\s?:)", line, maxsplit=1, flags=re.I)[0]
        key = bare(line)
        inner = _PARTY_INNER.search(key, 8) if key.startswith("dang bo ") else _INNER.search(key, 6)
        parts.extend([line[: inner.start()], line[inner.start() + 1 :]] if inner else [line])
    return parts


def issuer_of_lines(lines: list[str], body: str) -> Issuer | None:
    """The issuer among a letterhead's lines: the lowest authority; those above it are its parents."""
    merged: list[str] = []
    party_place = ""  # "ĐẢNG BỘ TỈNH HÀ NAM" over "TỈNH ỦY"
    for line in _parted(lines):
        key = bare(line).strip(" *-|")
        place = _PARTY_OF.match(key)
        if place:
            party_place = line.strip(" *-|")[place.end() :].strip()
            continue
        if party_place and key in _PARTY:
            line = f"{line.strip(' *-|')} {party_place}"
            key = bare(line)
        if (merged and _TIER.match(key) and not _has_place(merged[-1])) or (
            merged and _is_tail_of_agency(merged[-1], key)
        ):
            merged[-1] = f"{merged[-1]} {line.strip()}"
        elif (
            _HEAD.match(key) or _TIER.match(key) or _AGENCY.match(key) or key in _central()
        ) and not _NOT_AN_AUTHORITY.match(key):
            merged.append(line.strip(" *-|"))
    found = [issuer for words in merged if (issuer := _issuer(words, body))]
    if not found:
        return None
    parents = [i for i in found[:-1] if i.province]
    last = found[-1]
    if parents and last.province is None:
        province = parents[0].province
        name = last.name
        if last.level == "agency" and parents[0].name not in name and bare(province or "") not in bare(name):
            name = f"{name} {parents[0].name.split(' ', 1)[1]}"
        level = parents[0].level if _BODIES.match(bare(name)) else last.level  # they speak for their tier
        return Issuer(name, level, province, last.named)
    return last


def _has_place(words: str) -> bool:
    head = _HEAD.match(bare(words))
    return head is None or bool(words[head.end() :].strip())


def _is_tail_of_agency(words: str, key: str) -> bool:
    """Whether a line ends the name above it: "SỞ THÔNG TIN" / "VÀ TRUYỀN THÔNG"."""
    return bool(_AGENCY.match(bare(words))) and key.startswith(
        ("va ", "chuyen doi so", "truyen thong", "trien khai")
    )


def _issuer(words: str, body: str) -> Issuer | None:
    key = bare(words)
    if key in _central() or _HEAD.match(key) or _TIER.match(key):
        return issuer_of_words(words)
    if not _AGENCY.match(key) or len(words) > 120:
        return None
    printed = (
        re.search(re.escape(fold(words)), fold(body[len(words) : 80_000])) if is_capitals(words) else None
    )
    name = sentence_case(words, body)
    if printed:  # the text writes the name in small letters somewhere: so it is spelt
        start = printed.start() + len(words)
        if not is_capitals(body[start : start + len(words)]):
            name = body[start : start + len(words)]
            name = name[:1].upper() + name[1:]
    tier = re.search(r"(?:tinh|thanh pho)\s+", key)
    found = province_at_start(words[tier.end() :]) if tier else None
    return Issuer(name, "agency", found[0] if found else None)
