"""Text in encodings before Unicode (TCVN3, VNI, VISCII, VPS, windows-1258): told apart and converted.

Decided for a document as a whole, then guarded line by line: what is Unicode already stays untouched.
Conversion comes before cleaning, because TCVN3 writes ư as U+00AD, a soft hyphen to everyone else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.sources.legacy_fonts import font_encoding
from extractor.sources.legacy_tables import ENCODINGS, Encoding, LegacyTable, table
from extractor.sources.model import Note
from extractor.vietnamese.syllables import is_syllable

__all__ = ["Encoding", "detect_legacy", "font_encoding", "legacy_note", "to_unicode", "vietnamese_share"]

_NAMES = {
    "tcvn3": "TCVN3 (ABC)",
    "vni": "VNI",
    "viscii": "VISCII",
    "vps": "VPS",
    "windows-1258": "windows-1258",
}
_SAMPLE = 60_000  # characters that decide for a document
_ENOUGH = 3  # marked words below which a text alone decides nothing
_MOSTLY = 0.6  # share of Vietnamese words from which a text is Unicode but for some lines
_CLEAR = 8  # words of such lines that must read as Vietnamese
_GAIN = 4  # words more that must read as Vietnamese: a slip or two in Unicode proves nothing
_LETTERS = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\x20-\x40\x5b-\x60\x7b-\x7f\s\u2010-\u203a\u00a0]+")
# Signs and letters of Latin-1 that Vietnamese in Unicode has no use for.
_FOREIGN = re.compile(
    "[\x80-\x9f\xa1-\xa6\xa8-\xaa\xac-\xaf\xb4-\xb6\xb8-\xba\xbc-\xbf"
    "ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ\u0192\u0152\u0153\u0160\u0161\u0178\u017d\u017e]"
)
# Letters that no code of these encodings looks like: text that holds them is Unicode.
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
_FACES = str.maketrans(
    {
        "Ğ": "Ð", "İ": "Ý", "Ş": "Þ", "ğ": "ð", "ı": "ý", "ş": "þ",  # fonts marked Turkish
        "\u03bc": "µ", "\u2219": "·", "\ufffe": "\x02",
        **{chr(0xF000 + byte): bytes([byte]).decode("cp1252", "replace") for byte in range(0x20, 0x100)},
    }
)  # fmt: skip
_HYPHENS = "-\x02\u2010\u2011\u2212"  # what ư became on its way through PDF and the web
_HYPHEN = re.compile(f"[{re.escape(_HYPHENS)}]")
_BEFORE = re.compile("[A-Za-z\u00a1-\u00ff\u00ad]*$")
_AFTER = re.compile("[A-Za-z\u00a1-\u00ff\u00ad]*")
_ALONE = re.compile(r"(?<!\S)[·»¼½¾¶¹×©§¨ª\u00ad](?!\S)")  # bullets, fractions: no word of one letter
_SHOUTED = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Share:
    """How many of the words with marks are spelt as Vietnamese syllables."""

    good: int
    bad: int

    @property
    def rate(self) -> float:
        return self.good / (self.good + self.bad) if self.good + self.bad else 0.0


def vietnamese_share(text: str) -> float:
    """Share of the words with marks or foreign signs in them that are Vietnamese syllables; 0 without any."""
    return _share(text).rate


def _share(text: str) -> _Share:
    good = bad = 0
    # In Unicode Ð is often typed for Đ, and soft hyphens are nothing.
    text = text.replace("Ð", "Đ").replace("ð", "đ").replace("\u00ad", "")
    for token in _TOKEN.findall(text):
        if token.isascii() and token.isprintable():
            continue
        if is_syllable(token):
            good += len(token) > 1  # a lone letter proves nothing
        elif any(c not in "đĐ" and not c.isascii() for c in token) or not token.isupper():
            bad += len(_LETTERS.findall(token)) > 0 or not token.isprintable()
    return _Share(good, bad)


def detect_legacy(text: str, fonts: tuple[str, ...] = ()) -> Encoding | None:
    """The encoding before Unicode that ``text`` (a document's) is in; None for Unicode and other languages.

    ``fonts`` are names of fonts the document uses: a hint where the text alone is too short.
    """
    hinted = {known[0] for known in map(font_encoding, fonts) if known}
    if not hinted and not _FOREIGN.search(text):
        return None
    sample = _sample(text)
    plain = _share(sample)
    if plain.rate >= _MOSTLY and not hinted:
        return _of_some_lines(sample)
    shares = {encoding: _share(_converted(sample, encoding)) for encoding in ENCODINGS}
    best = max(ENCODINGS, key=lambda e: (shares[e].rate, e in hinted, -ENCODINGS.index(e)))
    found = shares[best]
    if found.good < (1 if best in hinted else _ENOUGH) or found.rate < 0.7:
        return None
    gain = (found.good - found.bad) - (plain.good - plain.bad)
    return best if gain >= (1 if best in hinted else _GAIN) else None


def _of_some_lines(text: str) -> Encoding | None:
    """The encoding of whole lines of a text that is mostly Unicode; a word quoted in one proves nothing."""
    foreign = [line for line in text.split("\n") if _FOREIGN.search(line) and not _UNICODE_ONLY.search(line)]
    lines = [(line, _share(line)) for line in foreign]
    found: dict[Encoding, int] = {}
    for encoding in ENCODINGS:
        others = [_share(_converted(line, encoding)) for line, plain in lines if plain.rate < 0.5]
        found[encoding] = sum(other.good for other in others if other.good >= _ENOUGH and other.rate > 0.8)
    best = max(ENCODINGS, key=lambda encoding: found[encoding])
    return best if found[best] >= _CLEAR else None


def _sample(text: str) -> str:
    """Lines with codes above ASCII, up to a bound, from the whole of the text."""
    if len(text) <= _SAMPLE:
        return text
    lines = [line for line in text.splitlines() if not line.isascii()]
    step = max(1, sum(map(len, lines)) // _SAMPLE)
    return "\n".join(lines[::step])[: 2 * _SAMPLE]


def to_unicode(text: str, encoding: Encoding) -> str:
    """``text`` as printed, NFC; lines of it that are Unicode already are kept."""
    lines = text.split("\n")
    verdicts = legacy_lines(lines, encoding)
    return unicodedata.normalize(
        "NFC",
        "\n".join(
            _converted(line, encoding) if legacy else line
            for line, legacy in zip(lines, verdicts, strict=True)
        ),
    )


def legacy_lines(lines: Sequence[str], encoding: Encoding) -> list[bool]:
    """Which lines of a document that uses ``encoding`` are in it; doubtful ones go with the majority."""
    sure = [_line_verdict(line, encoding) for line in lines]
    mostly = sure.count(True) >= sure.count(False)
    return [mostly if verdict is None else verdict for verdict in sure]


def _line_verdict(line: str, encoding: Encoding) -> bool | None:
    """True: legacy; False: Unicode or another language; None: may be both, as plain ASCII is."""
    if line.isascii() and line.isprintable():
        return None
    plain, other = _share(line), _share(_converted(line, encoding))
    gain = (other.good - other.bad) - (plain.good - plain.bad)
    if gain:
        return gain > 0 and other.good >= other.bad
    if _UNICODE_ONLY.search(line):
        return False
    return None if other.good >= other.bad or plain == other else False


def _converted(text: str, encoding: Encoding) -> str:
    legacy = table(encoding)
    prepared = _prepare(text, encoding, legacy)
    return _tcvn3(prepared, legacy) if encoding == "tcvn3" else legacy.convert(prepared)


def pieces(text: str, encoding: Encoding, font_known: Sequence[bool] = ()) -> list[tuple[int, str]]:
    """(offset in ``text``, letter printed from there): every letter stays with the code it came from.

    ``font_known``, by character: where the font is known, even a single sign such as "·" is a letter; else
    it is a bullet.
    """
    legacy = table(encoding)
    prepared = _prepare(text, encoding, legacy)
    if encoding != "tcvn3":
        return legacy.pieces(prepared)
    return list(enumerate(_tcvn3(prepared, legacy, font_known)))  # one letter for each code


def _tcvn3(prepared: str, legacy: LegacyTable, font_known: Sequence[bool] = ()) -> str:
    letters = legacy.convert(prepared)
    signs = {match.start(): match.group() for match in _ALONE.finditer(prepared)}
    if signs:
        known = font_known or [False] * len(letters)
        letters = "".join(c if known[i] else signs.get(i, c) for i, c in enumerate(letters))
    return _shouted(letters)


def _prepare(text: str, encoding: Encoding, legacy: LegacyTable) -> str:
    """The codes as Latin-1 or cp1252 faces, of the same length; hyphens that were ư are ư again."""
    text = text.translate(_FACES)
    if encoding == "viscii" and "\u00a0" in text:
        return re.sub("\u00a0", lambda m: m.group() if _is_o_tilde(text, m.start(), legacy) else " ", text)
    if encoding != "tcvn3" or not any(c in text for c in _HYPHENS):
        return text
    codes = list(text)
    for hyphen in _HYPHEN.finditer(text):
        if _was_horn(text, hyphen.start(), legacy):
            codes[hyphen.start()] = "\u00ad"
    return "".join(codes)


def _is_o_tilde(text: str, at: int, legacy: LegacyTable) -> bool:
    """VISCII has Õ where all others have the no-break space: it is the letter only inside a word ("VÕ")."""
    left, right = _BEFORE.search(text[max(0, at - 8) : at]), _AFTER.match(text[at + 1 : at + 9])
    before = legacy.convert(left.group()) if left else ""
    after = legacy.convert(right.group()) if right else ""
    return before.isupper() and is_syllable(f"{before}Õ{after}")


def _was_horn(text: str, at: int, legacy: LegacyTable) -> bool:
    """A hyphen is ư where only that makes a syllable: "n-íc" is nước, while "xa-hay" and "TT-BTC" stay."""
    left = _BEFORE.search(text[max(0, at - 8) : at])
    right = None if text[at] == "\x02" else _AFTER.match(text[at + 1 : at + 9])  # that one ends a line
    before = legacy.convert(left.group()) if left else ""
    after = legacy.convert(right.group()) if right else ""
    apart = all(not part or is_syllable(part) for part in (before, after))
    opening = not text[max(0, at - 20) : at - len(before)].rpartition("\n")[2].strip(" \t(")
    if text[at] != "\x02" and not after and (opening or (len(before) == 1 and before.isupper())):
        return False  # a label: "V- Tæ chøc", "c- Néi dung"
    return not apart and is_syllable(f"{before}ư{after}")


def _shouted(text: str) -> str:
    """TCVN3 has no capitals with tones: in a word whose other letters are capitals they print as such."""
    if not text.isascii() and any(_half_capital(word) for word in _SHOUTED.findall(text)):
        return "\n".join(_shouted_line(line) for line in text.split("\n"))
    return text


def _half_capital(word: str) -> bool:
    plain = [c for c in word if c.isascii()]
    return len(plain) > 1 and all(c.isupper() for c in plain) and not word.isupper() and is_syllable(word)


def _shouted_line(line: str) -> str:
    words = list(_SHOUTED.finditer(line))
    if not any(_half_capital(word.group()) for word in words):
        return line
    small = [re.search("[a-z]", word.group()) is not None for word in words]
    letters = list(line)
    for i, word in enumerate(words):
        # A word of one capital ("X·") is in capitals where both its neighbours are: not so in "TØNH Cµ Mau".
        if not any(small[max(i - 1, 0) : i + 2]) or _half_capital(word.group()):
            letters[word.start() : word.end()] = word.group().upper()
    return "".join(letters)


def legacy_note(encoding: Encoding) -> Note:
    """What a reader tells of a document that was not in Unicode."""
    return Note(
        "decoded-legacy",
        f"Văn bản dùng bảng mã cũ {_NAMES.get(encoding, encoding)}; đã chuyển sang Unicode.",
    )


def looks_foreign(text: str) -> bool:
    """Whether ``text`` holds signs or letters that Vietnamese in Unicode has no use for."""
    return _FOREIGN.search(text) is not None


def already_unicode(text: str, encoding: Encoding) -> bool:
    """Whether the text of a font of ``encoding`` is Unicode: it was converted, its font's name was not."""
    sample = _sample(text)
    plain, other = _share(sample), _share(_converted(sample, encoding))
    return plain.good - plain.bad > other.good - other.bad and _UNICODE_ONLY.search(sample) is not None
