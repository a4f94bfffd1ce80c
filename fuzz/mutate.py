"""Mutations that know the formats: XML inside packages, tokens of HTML, RTF and PDF, bytes of anything."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from copy import deepcopy
from random import Random

from lxml import etree

MAX_BYTES = 400_000
NUMBERS = (
    b"0", b"-1", b"1", b"2", b"7", b"99", b"255", b"65536", b"-32769", b"2147483648", b"1e9", b"1e38", b"NaN",
    b"-9999999999999999999", b"0.00001", b"", b"x", b"1_0", "٣".encode(), "²".encode(),
)  # fmt: skip
WORDS = (
    b"\0", b"\xff", b"\xff\xfe", b"&#x0;", b"&#xD800;", b"\xef\xbf\xbe", "e\u0302\u0301".encode(), b"\r",
    "\u200b".encode(), "\u2028".encode(), b"\x1f", b"%", b"|", b"]]>", b"-->", b"\\", b"(" * 50, b"[" * 50,
    b"<" * 50, b"{" * 50, b" " * 99, b"STT |\n", "TM. ỦY BAN".encode(), "Số: 1/KH-UBND".encode(),
    "cộng hòa xã hội chủ nghĩa việt nam".encode(),
)  # fmt: skip
_TOKENS = {
    ".html": re.compile(rb"<[^<>]{0,200}>|[^<>]+|[<>]"),
    ".rtf": re.compile(rb"\\[a-zA-Z]+-?\d* ?|\\'[0-9a-f]{2}|\\.|[{}]|[^\\{}]+", re.S),
    ".pdf": re.compile(
        rb"\d+ \d+ R|/[\w#]*|-?[\d.]+|<<|>>|[\[\]]|\([^()]{0,200}\)|\s+|[^\s/\[\]<>()]+|.", re.S
    ),
    ".txt": re.compile(rb"[^\n|]*[\n|]|[^\n|]+"),
}
_TOKENS[".md"] = _TOKENS[".txt"]
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_PACKAGES = (".docx", ".xlsx", ".zip")
_XML_TEXT = (
    "",
    "0",
    "-1",
    "999999999",
    "x",
    "restart",
    "continue",
    "%1.%9",
    "bullet",
    "\u0301",
    "1\n2",
    "٣",
    "²",
)


def mutate(data: bytes, suffix: str, rng: Random, other: bytes = b"") -> bytes:
    """``data`` changed in one to a few places; ``other`` gives pieces to splice in."""
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        if suffix in _PACKAGES and rng.random() < 0.9:
            data = mutate_package(data, rng)
        elif suffix in _TOKENS and rng.random() < 0.75:
            data = mutate_tokens(data, suffix, rng)
        else:
            data = mutate_bytes(data, rng, other)
    return data[:MAX_BYTES]


def mutate_bytes(data: bytes, rng: Random, other: bytes = b"") -> bytes:
    """Bits, ranges, numbers and spliced pieces, whatever the format."""
    if not data:
        return other or b"\0"
    at = rng.randrange(len(data))
    end = min(len(data), at + rng.choice((1, 2, 4, 16, 64, 512)))
    way = rng.randrange(8)
    if way == 0:
        return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
    if way == 1:
        return data[:at] + data[end:]
    if way == 2:
        return data[:at] + data[at:end] * rng.choice((2, 3, 50)) + data[end:]
    if way == 3:
        return data[:at] + rng.choice(WORDS) + data[at:]
    if way == 4:
        return data[:at] + rng.randbytes(end - at) + data[end:]
    if way == 5:
        return data[:at] + rng.choice((b"\0", b"\xff", b"\x80", b"\x7f")) * (end - at) + data[end:]
    if way == 6 and other:
        return data[:at] + other[rng.randrange(len(other)) :]
    return data[:at]


def mutate_tokens(data: bytes, suffix: str, rng: Random) -> bytes:
    """Tags, control words, lines or PDF tokens dropped, repeated, moved, swapped; numbers made absurd."""
    tokens: list[bytes] = _TOKENS[suffix].findall(data)
    if not tokens:
        return data
    at, to = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    way = rng.randrange(8)
    if way == 0:
        del tokens[at : at + rng.choice((1, 1, 3, 20))]
    elif way == 1:
        tokens[at:at] = tokens[at : at + rng.choice((1, 2, 10))] * rng.choice((1, 2, 60))
    elif way == 2:
        tokens.insert(to, tokens.pop(at))
    elif way == 3:
        tokens[at], tokens[to] = tokens[to], tokens[at]
    elif way == 4:
        tokens[at] = tokens[to]
    elif way == 5:
        tokens.insert(at, rng.choice(WORDS))
    else:
        numbered = [i for i, token in enumerate(tokens) if _NUMBER.search(token)]
        if numbered:
            at = rng.choice(numbered)
            tokens[at] = _NUMBER.sub(lambda _: rng.choice(NUMBERS), tokens[at], count=1)
    return b"".join(tokens)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The readable parts of a package; empty where it is no ZIP."""
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist()[:200]:
                if entry.file_size < 10 * MAX_BYTES:
                    parts[entry.filename] = archive.read(entry)
    except Exception:  # a mutation may have broken anything in it
        return {}
    return parts


def packed(parts: dict[str, bytes]) -> bytes:
    """A package of parts; stored, so that byte mutations hit what is inside."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def mutate_package(data: bytes, rng: Random) -> bytes:
    """One part changed as XML, as tokens or as bytes; or parts dropped and confused."""
    parts = parts_of(data)
    if not parts:
        return mutate_bytes(data, rng)
    names = sorted(parts)
    weights = [8 if re.search(r"document|numbering|sheet|styles|sharedStr", n) else 1 for n in names]
    name = rng.choices(names, weights)[0]
    way = rng.random()
    if way < 0.8 and name.endswith(".xml"):
        parts[name] = mutate_xml(parts[name], rng)
    elif way < 0.86:
        parts[name] = mutate_tokens(parts[name], ".html", rng)
    elif way < 0.92:
        parts[name] = mutate_bytes(parts[name], rng)
    elif way < 0.96:
        del parts[name]
    else:
        parts[name] = parts[rng.choice(names)]
    return packed(parts)


def mutate_xml(content: bytes, rng: Random) -> bytes:
    """Elements dropped, doubled, moved, wrapped, renamed; attributes made absurd. Broken XML as bytes."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return mutate_bytes(content, rng)
    for _ in range(rng.choice((1, 1, 2, 5))):
        nodes = [node for node in root.iter() if isinstance(node.tag, str) and node is not root]
        if not nodes:
            break
        with suppress(ValueError):  # a tag of a prefix that a change before took away cannot be given on
            _change(rng.choice(nodes), nodes, rng)
    return etree.tostring(root)[:MAX_BYTES]


def _change(node: etree._Element, nodes: list[etree._Element], rng: Random) -> None:
    parent, other, way = node.getparent(), rng.choice(nodes), rng.randrange(10)
    if parent is None:
        return
    if way == 0:
        parent.remove(node)
    elif way == 1:
        for _ in range(rng.choice((1, 2, 40))):
            parent.insert(parent.index(node), deepcopy(node))
    elif way == 2:
        other.append(deepcopy(node))
    elif way == 3:
        for _ in range(rng.choice((1, 3, 60))):  # nested in likenesses of itself
            shell = etree.Element(node.tag, dict(node.attrib))
            parent.replace(node, shell)
            shell.append(node)
            parent = shell
    elif way == 4:
        node.tag = other.tag
    elif way == 5:
        node.text = rng.choice((*_XML_TEXT, "Số: 1/KH-UBND", "TM. ỦY BAN", "\u00a0" * 30))
    elif way == 6:
        node.addprevious(rng.choice((etree.Comment("c"), etree.ProcessingInstruction("p", "q"))))
    elif way == 7 and node.attrib:
        node.attrib.pop(rng.choice(sorted(map(str, node.attrib))))
    elif node.attrib:
        node.set(rng.choice(sorted(map(str, node.attrib))), rng.choice(_XML_TEXT))
    else:
        node.extend([deepcopy(child) for child in other][:50])
