"""Full names of units by the guidelines: abbreviations written out, tiers and sub-units folded."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor import gazetteers
from extractor.vietnamese.forms import bare, fold
from extractor.vietnamese.letters import LOWER, UPPER

_KEPT = {"UBND", "HĐND", "VNPT", "NCSC"}
_PEOPLE = re.compile(
    r"(?!trưởng (?:các )?thôn)(?:(?:các )?đồng chí )?(?:thủ trưởng|giám đốc|chủ tịch|người đứng đầu|lãnh đạo|"
    r"chánh|trưởng|chỉ huy trưởng|"
    r"cục trưởng|bí thư|tổng biên tập|bộ trưởng|viện trưởng|hiệu trưởng)\s+(?:các\s+)?(?=[^\W\d_])"
)
_HONORS = re.compile(
    r"(?:đề nghị|giao cho|giao|yêu cầu|trách nhiệm của|trách nhiệm|đối với|ngoài ra|riêng)\s+"
)
_BRACKET = re.compile(r"\s*\((?:[^()]{4,}|[A-ZĐ&-]{2,3})\)")
_LEAD_MARK = re.compile(r"^[\s\-–+*•;,.]+")


@cache
def _abbreviations() -> re.Pattern[str]:
    forms = sorted(
        {r["abbreviation"] for r in gazetteers.rows("abbreviations")} - _KEPT, key=len, reverse=True
    )
    # VH-TT and TT-TT are no parts of VH-TT-TT
    whole = (rf"(?<![A-ZĐ]-){re.escape(f)}(?!-[A-ZĐ])" if "-" in f else re.escape(f) for f in forms)
    return re.compile(r"(?<![\w&])(" + "|".join(whole) + r")(?![\w&])")


@cache
def _expansions() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in gazetteers.rows("abbreviations"):
        table.setdefault(row["abbreviation"], row["expansion"])
    return table


@cache
def _names() -> dict[str, str]:
    return {_key(r["written"]): r["name"] for r in gazetteers.rows("unit_names")}


@cache
def _offices() -> dict[str, str]:
    """Offices named after fields, by their names without marks."""
    names = (f"Sở {row['field']}" for row in gazetteers.rows("fields"))
    return {bare(_key(name)): name for name in names}


def _mended(name: str) -> str | None:
    """An office whose name is written with a wrong mark ("Sở Y tê"); None for all others."""
    meant = _offices().get(bare(_key(name)))
    if meant is None or _key(meant) == _key(name):
        return None
    return _names().get(_key(meant), meant)  # of several spellings the one that is its name


@cache
def collectives() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns (on folded text) of units named as a kind or tier, with their full name ("" = as written)."""
    return tuple((re.compile(r["pattern"]), r["name"]) for r in gazetteers.rows("collective_units"))


def _key(text: str) -> str:
    return " ".join(re.sub(r"[-,.;:/]", " ", fold(text)).split())


@cache
def _proper_heads() -> re.Pattern[str]:
    """A head of proper names with nothing behind it: "Trung tâm ", "Cổng "."""
    heads = {
        r["head"].split()[0] if r["tail"] == "place" else r["head"]
        for r in gazetteers.rows("organisation_heads")
    }
    return re.compile("(?:" + gazetteers.any_of(heads) + r")\s")


def _written_out(match: re.Match[str]) -> str:
    """An abbreviation in full; behind the head of a proper name it opens the name, with a capital."""
    expansion, before = _expansions()[match[1]], match.string[: match.start()]
    opens = before[:1].isupper() and _proper_heads().fullmatch(fold(before))
    return expansion[:1].upper() + expansion[1:] if opens else expansion


@lru_cache(maxsize=4096)
def unit_names(text: str) -> tuple[str, ...]:
    """Names in full of a unit as written; two where one wording names two tiers ("UBND cấp huyện, xã")."""
    plain = _LEAD_MARK.sub("", text).strip(" .;,:")
    low = fold(plain)
    for pattern, name in collectives():
        if pattern.fullmatch(low) and name:
            return tuple(name.split(" + "))
    people = _PEOPLE.match(low)
    if people and not low.startswith("trưởng ban"):
        rest = plain[people.end() :]
        kept = (
            "Văn phòng " + rest.removeprefix("Văn phòng ").removeprefix("văn phòng ")
            if low.startswith("chánh văn")
            else rest
        )
        return unit_names(("các " if " các " in low[: people.end()] else "") + kept)
    honors = _HONORS.match(low)
    if honors:
        return unit_names(plain[honors.end() :])
    stripped = _BRACKET.sub("", plain).strip() or plain
    if stripped != plain and not re.search(r"\bnày\s*\(", low):
        return unit_names(stripped)
    full = re.sub(r"(?<=[A-ZĐ][A-ZĐ])\s*&\s*(?=[A-ZĐ])", "&", plain)
    full = re.sub(
        r"[ỦU][ỷyỶY] ban nhân dân|Uỷ ban nhân dân|uỷ ban nhân dân|ủy ban nhân dân|ỦY BAN NHÂN DÂN",
        "UBND",
        full,
    )
    full = _abbreviations().sub(_written_out, full)
    full = re.sub(r"\bTNCS\b", "Thanh niên Cộng sản", full)
    known = _names().get(_key(full)) or _mended(full)
    if known:
        return (known,)
    if _kind_without_article(full):
        full = "Các " + full[:1].lower() + full[1:]
    full = re.sub(rf"^Các ([{UPPER}])(?=[{LOWER}]{{2,}} )", lambda m: "Các " + m[1].lower(), full)
    return (full[:1].upper() + full[1:],)


def _kind_without_article(name: str) -> bool:
    """ "doanh nghiệp viễn thông", "cơ sở giáo dục": a kind of units written without "các"."""
    low = fold(name)
    kinds = {r["kind"] for r in gazetteers.rows("unit_kinds")}
    first = next((k for k in kinds if low.startswith(k + " ")), None)
    return (
        first in {"doanh nghiệp", "cơ sở", "trường", "ngân hàng", "nhà mạng", "hợp tác xã"}
        and name[:1].islower()
    ) or first == "doanh nghiệp"
