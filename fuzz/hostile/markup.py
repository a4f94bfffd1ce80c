"""Hostile HTML, plain text, Markdown, RTF and old Office files."""

from __future__ import annotations

from fuzz.hostile.case import MEGA, Case
from fuzz.hostile.packages import laughs


def html(body: str) -> bytes:
    """A page in UTF-8."""
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def rtf(body: str) -> bytes:
    """An RTF document."""
    return ("{\\rtf1\\ansi " + body + "}").encode()


MARKUP = [
    Case("deep.html", lambda: html("<div>" * 100_000 + "sâu"), seconds=20),
    Case("deep-inline.html", lambda: html("<b><i>" * 50_000 + "sâu"), seconds=20),
    Case("nested-200.html", lambda: html("<div>" * 200 + "sâu" + "</div>" * 200), says="sâu"),
    Case("unclosed.html", lambda: html("<font>" * 400 + "sâu<p>hết"), says="hết"),
    Case("nested-tables.html", lambda: html("<table><tr><td>a<td>" * 20_000), seconds=20),
    Case("nested-tables-60.html", lambda: html("<table border=1><tr><td>a<td>b" * 60), says="a"),
    Case("nested-lists.html", lambda: html("<ul><li>a" * 20_000), seconds=20),
    Case(
        "spans.html",
        lambda: html("<table border=1><tr>" + "<td colspan=999999999 rowspan=999999999>a" * 2000),
    ),
    Case(
        "wide.html",
        lambda: html(f"<table border=1><tr>{'<td colspan=200>a' * 50_000}{'<tr><td>b' * 5000}</table>"),
    ),
    Case("tall.html", lambda: html("<table border=1>" + "<tr><td rowspan=0>a<td>b" * 30_000)),
    Case("roman.html", lambda: html('<ol type="I" start="999999999">' + "<li>mục" * 1000), says="mục"),
    Case("items.html", lambda: html("<ol>" + "<li>mục" * 60_000), says="mục", seconds=60),
    Case("breaks.html", lambda: html("<p>" + "a<br>" * 60_000), says="a"),
    Case("comments.html", lambda: b"<!---->" * 1000 + b"x"),
    Case("comments.txt", lambda: b"<!-- -->" * 1000 + b"x"),
    Case(
        "borders.html",
        lambda: html(f'<table style="{"border:" * 150_000}"><tr><td>a<td>b<tr><td>c<td>d</table>'),
    ),
    Case("list-styles.html", lambda: html(f'<ol style="{"list-style:" * 100_000}"><li>a</ol>')),
    Case("styles.html", lambda: html(f'<p style="{"display" + " " * 3000}">a' * 300), says="a"),
    Case("entities.html", lambda: laughs("<html><body><p>%s</p></body></html>").encode()),
    Case("attributes.html", lambda: html("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">đủ")),
    Case("charset.html", lambda: b'<html><meta charset="utf-7"><p>\xff+ADw-script'),
    Case("codec.html", lambda: b'<html><meta charset="zlib_codec"><p>\xff'),
    Case("codec-2.html", lambda: b'<html><meta charset="idna"><p>\xff' + b"a" * 100_000),
    Case(
        "rowspans.html",
        lambda: html("<table border=1>" + "<tr><td rowspan=200>a<td>b<td rowspan=200>c" * 1000),
    ),
]
TEXTS = [
    Case("spaces.txt", lambda: b"a\n" + b" " * 300_000 + b"\nb"),
    Case("spaces-in-line.txt", lambda: b"a" + b" " * 300_000 + b"b | c"),
    Case("dashes.txt", lambda: b"| a | b |\n|" + b"-- " * 50_000 + b"\n"),
    Case("dashes-2.txt", lambda: b"| a | b |\n|" + b"--|" * 50_000 + b"x\n"),
    Case("colons.txt", lambda: b"| a | b |\n| :" + b"-" * 300_000 + b"\n"),
    Case("one-line.txt", lambda: "đạt 80% ".encode() * 300_000),
    Case("one-word.txt", lambda: b"a" * 3 * MEGA),
    Case("continued.txt", lambda: b"chu\n" * 80_000),
    Case("continued-long.txt", lambda: ("Kế hoạch này được ban hành để\n" * 30_000).encode()),
    Case("capitals.txt", lambda: "KẾ HOẠCH\n".encode() * 30_000),
    Case("blank-lines.txt", lambda: b"a\n" + b"\n" * 2 * MEGA + b"b"),
    Case("pipes.txt", lambda: b"|" * 500_000),
    Case("pipe-lines.txt", lambda: b"|\n" * 50_000),
    Case("pipe-cells.txt", lambda: b"| a\n" * 30_000),
    Case("cell-pipes.txt", lambda: b"a |\n" * 30_000),
    Case("numbered-cells.txt", lambda: "".join(f"{i} |\na |\n" for i in range(15_000)).encode()),
    Case("flat-headers.txt", lambda: b"STT |\nNo |\n1 |\n" * 10_000),
    Case("tabs.txt", lambda: b"\t" * 500_000 + b"\n"),
    Case("tab-rows.txt", lambda: b"a\tb\tc\n" * 30_000 + b"a\t" * 3000 + b"x\n"),
    Case("wide-tabs.txt", lambda: (b"a\t" * 1000 + b"x\n") * 3 + b"a\tb\tc\n" * 20_000),
    Case("stars.md", lambda: b"*" * 300_000 + b"a\n" + b"*a" * 100_000),
    Case("brackets.md", lambda: b"[" * 200_000 + b"](" * 100_000),
    Case("links.md", lambda: b"[a](" * 100_000),
    Case("headings.md", lambda: b"#" * 300_000 + b" a\n" + b"# a\n" * 100_000),
    Case("quotes.md", lambda: b">" * 300_000 + b"\n" + b"> a\n" * 50_000),
    Case("metadata.txt", lambda: "Số hiệu: ".encode() * 50_000),
    Case("marks.txt", lambda: ("a" + "\u0301" * MEGA).encode()),
    Case("hangul.txt", lambda: ("\u0958\u0344" * 500_000).encode(), seconds=20),
    Case("lines-of-numbers.txt", lambda: b"1.\n" * 50_000),
    Case("dots.txt", lambda: b"." * 500_000 + b"\n" + b"1." * 200_000),
    Case("quotation.txt", lambda: b'."' * 300_000 + b"x\ny"),
    Case("table-rows.md", lambda: b"| a | b |\n|---|---|\n" + b"| a | b |\n" * 30_000, seconds=20),
    Case(
        "wide-rows.md",
        lambda: b"|" + b" a |" * 50_000 + b"\n|" + b"---|" * 50_000 + b"\n" + b"| a | b |\n" * 2000,
    ),
    Case("utf16-odd.txt", lambda: b"\xff\xfe" + "Kế hoạch".encode("utf-16-le") + b"\x00"),
    Case("nul.txt", lambda: "Kế hoạch\0".encode() * 10),
    Case("deep.rtf", lambda: rtf("{" * 300_000 + "a" + "}" * 300_000)),
    Case("unclosed.rtf", lambda: rtf("{\\b " * 100_000)),
    Case("binary.rtf", lambda: rtf("\\bin999999999 abc")),
    Case("unicode.rtf", lambda: rtf("\\u99999999999? \\u-70000? \\ud800? \\uc99999 \\u7871?a")),
    Case("rows.rtf", lambda: rtf("\\trowd\\cellx1\\intbl a\\cell\\row" * 6_000), seconds=30),
    Case(
        "cells.rtf", lambda: rtf("\\trowd" + "\\cellx9" * 20_000 + "\\intbl " + "a\\cell" * 20_000 + "\\row")
    ),
    Case("fonts.rtf", lambda: rtf("{\\fonttbl" + "{\\f1 .VnTime;}" * 50_000 + "}a\\par")),
    Case("digits.rtf", lambda: rtf("\\fs" + "9" * 100_000 + " a\\par")),
    Case("garbage.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 100_000),
    Case(
        "words.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le") * 99,
    ),
    Case(
        "cycle.xls",
        lambda: (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + b"\0" * 20
            + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
            + b"\0" * 2000
            + "Workbook".encode("utf-16-le")
        ),
    ),
]
