"""Tables of the encodings before Unicode: what a font's code, met as a Latin-1 or cp1252 letter, prints.

The tables are viparse's; what is added here are letters it lacks (VNI's hook and dot forms, capitals with
small marks), the cp1252 faces of the bytes 0x80-0x9F, and windows-1258 with its tones behind the vowel.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

Encoding = Literal["tcvn3", "vni", "viscii", "vps", "windows-1258"]
ENCODINGS: tuple[Encoding, ...] = ("tcvn3", "vni", "viscii", "vps", "windows-1258")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True)
class LegacyTable:
    """``letters`` maps a code, or two in sequence, to one NFC letter; ``single`` those of one code."""

    letters: dict[str, str]
    single: dict[int, str]
    pattern: re.Pattern[str] | None

    def pieces(self, text: str) -> list[tuple[int, str]]:
        """(offset in ``text``, what is printed from there on), in order, nothing left out."""
        if self.pattern is None:
            return list(enumerate(text.translate(self.single)))
        found: list[tuple[int, str]] = []
        position = 0
        for match in self.pattern.finditer(text):
            found.extend((i, text[i]) for i in range(position, match.start()))
            found.append((match.start(), self.letters[match.group()]))
            position = match.end()
        found.extend((i, text[i]) for i in range(position, len(text)))
        return found

    def convert(self, text: str) -> str:
        """The text as printed; codes that are no letters of the table stay."""
        if self.pattern is None:
            return text.translate(self.single)
        return self.pattern.sub(lambda match: self.letters[match.group()], text)


@cache
def table(encoding: Encoding) -> LegacyTable:
    """The table of ``encoding``, made at first use."""
    letters = _windows_1258() if encoding == "windows-1258" else _viparse(encoding)
    if encoding == "vni":
        letters |= _vni_additions(letters)
    if encoding in ("viscii", "vps"):
        letters = _cp1252_faces(letters)
    single = {ord(code): letter for code, letter in letters.items() if len(code) == 1}
    if len(single) == len(letters):
        return LegacyTable(letters, single, None)
    sequences = sorted(letters, key=lambda sequence: (-len(sequence), sequence))
    return LegacyTable(letters, single, re.compile("|".join(map(re.escape, sequences))))


def _viparse(encoding: str) -> dict[str, str]:
    # A tenth of a second that only legacy text pays.
    from viparse.normalize.encodings import get_charmap  # type: ignore[import-untyped]

    charmap = get_charmap(encoding)
    if charmap is None:
        raise LookupError(encoding)
    return {code: unicodedata.normalize("NFC", letter) for code, letter in charmap.pairs}


def _vni_additions(letters: dict[str, str]) -> dict[str, str]:
    """VNI letters that viparse has not met: ẳ, ỵ as one code, and a capital with a small mark (Uûy)."""
    more = {"aú": "ẳ", "AÚ": "Ẳ", "î": "ỵ", "Î": "Ỵ"}
    for code, letter in [*letters.items(), *more.items()]:
        if len(code) == 2:
            base, mark = code[0], code[1]
            if base.isupper() and mark.isupper():
                more.setdefault(base + mark.lower(), letter)
            elif base.islower() and mark.islower():
                more.setdefault(base + mark.upper(), letter)
    return {code: letter for code, letter in more.items() if code not in letters}


def _cp1252_faces(letters: dict[str, str]) -> dict[str, str]:
    """The same codes as they look when the bytes 0x80-0x9F were read as cp1252 rather than Latin-1."""
    faces = dict(letters)
    for code, letter in letters.items():
        if "\x80" <= code <= "\x9f":
            face = code.encode("latin-1").decode("cp1252", "ignore")
            if face:
                faces.setdefault(face, letter)
    return faces


def _windows_1258() -> dict[str, str]:
    """windows-1258 met as cp1252: letters of their own, and tones as a second code after the vowel."""
    letters, tones = dict[str, str](), dict[str, str]()
    for byte in range(0x80, 0x100):
        face = bytes([byte]).decode("cp1252", "ignore")
        real = bytes([byte]).decode("cp1258", "ignore")
        if not face or not real:
            continue
        if real in _TONES:
            tones[face] = real
        elif real != face:
            letters[face] = real
    vowels = {c: c for c in "aeiouyAEIOUYâêôÂÊÔ"} | {f: r for f, r in letters.items() if r in "ăĂơƠưƯ"}
    for face, vowel in vowels.items():
        for mark, tone in tones.items():
            letters[face + mark] = unicodedata.normalize("NFC", vowel + tone)
    return letters


_CP1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}


def decode_cp1252(data: bytes) -> str:
    """cp1252, and its five holes as the control codes that fonts draw letters at."""
    return data.decode("latin-1").translate(_CP1252)
