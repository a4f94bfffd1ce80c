"""Vietnamese letters for character classes: ranges such as à-ỹ hold capitals too."""

from __future__ import annotations

_ALL = [chr(code) for code in (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))]

UPPER = "".join(c for c in _ALL if c.isupper())
LOWER = "".join(c for c in _ALL if c.islower())
