"""Hostile PDF files, written object by object."""

from __future__ import annotations

import io
import zlib

from fuzz.hostile.case import MEGA, Case
from fuzz.seeds import pdf_seed


def pdf(objects: dict[int, bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects; ``root`` is the catalog."""
    out, places = b"%PDF-1.7\n", dict[int, int]()
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    xref = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    return out + b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root,
        trailer,
        xref,
    )


def stream(content: bytes, entries: bytes = b"", *, deflate: bool = False) -> bytes:
    """A stream object."""
    if deflate:
        content, entries = zlib.compress(content, 9), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


WORDS = b"BT /F1 12 Tf 90 700 Td (Plan of the year) Tj ET\n"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(
    content: bytes, box: bytes = b"0 0 595 842", more: bytes = b"", resources: bytes = b"", **objects: bytes
) -> bytes:
    """A PDF of one page; ``objects`` are further ones as o7=…"""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox ["
            + box
            + b"] /Contents 4 0 R "
            + more
            + b" /Resources << /Font << /F1 5 0 R >> "
            + resources
            + b" >> >>",
            4: content if content.startswith(b"<<") else stream(content),
            5: FONT,
            **{int(key[1:]): value for key, value in objects.items()},
        }
    )


def tree(kids: bytes, count: int) -> bytes:
    """One page under a page tree with these kids and this count."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>",
            4: stream(WORDS),
            5: FONT,
        }
    )


def form(content: bytes, *names: int) -> bytes:
    """A form that may draw other forms, named by their object numbers."""
    inner = b" ".join(b"/X%d %d 0 R" % (n, n) for n in names)
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 5 0 R >> /XObject << "
    )
    return stream(content, entries + inner + b" >> >>")


def laughing_forms(levels: int, times: int) -> bytes:
    """Forms that draw the next form ``times`` times, ``levels`` deep."""
    forms = {f"o{10 + i}": form(b"/X%d Do " % (11 + i) * times, 11 + i) for i in range(levels)}
    forms[f"o{10 + levels}"] = form(WORDS + b"10 10 50 50 re S\n")
    return page(b"/X10 Do", resources=b"/XObject << /X10 10 0 R >>", **forms)


def locked(user: str, owner: str) -> bytes:
    """A PDF with passwords."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(user, owner, canPrint=0, canCopy=0))
    canvas.drawString(90, 700, "Plan of the year")
    canvas.save()
    return buffer.getvalue()


def _rules(count: int) -> bytes:
    lines = b"".join(b"%d %d m %d %d l S\n" % (i % 500, i % 800, i % 500 + 40, i % 800) for i in range(5000))
    return WORDS + lines * (count // 5000)


def _grid(lines: int) -> bytes:
    across = b"".join(b"0 %.2f m 590 %.2f l S\n" % (i * 840 / lines, i * 840 / lines) for i in range(lines))
    down = b"".join(b"%.2f 0 m %.2f 840 l S\n" % (i * 590 / lines, i * 590 / lines) for i in range(lines))
    return WORDS + across + down


SIZES = [
    b"0 0 1000000 1000000",
    b"0 0 0 0",
    b"0 0 -595 -842",
    b"595 842 0 0",
    b"0 0 NaN NaN",
    b"0 0 1e38 1e38",
    b"",
    b"a",
    b"-99999999999 0 99999999999 1",
    b"0 0 0.0001 0.0001",
]
PDFS = [
    Case("user-password.pdf", lambda: locked("secret", "owner"), "mật khẩu"),
    Case("owner-password.pdf", lambda: locked("", "owner"), says="Plan of the year"),
    *(Case(f"size-{i}.pdf", lambda box=box: page(WORDS, box)) for i, box in enumerate(SIZES)),  # type: ignore[misc]
    Case("rotate-45.pdf", lambda: page(WORDS, more=b"/Rotate 45"), says="Plan"),
    Case("rotate-far.pdf", lambda: page(WORDS, more=b"/Rotate -99999999990")),
    Case("user-unit.pdf", lambda: page(WORDS, more=b"/UserUnit 1e30")),
    Case("crop-elsewhere.pdf", lambda: page(WORDS, more=b"/CropBox [5000 5000 6000 6000]")),
    Case("tree-cycle.pdf", lambda: tree(b"3 0 R 2 0 R", 2)),
    Case("tree-of-itself.pdf", lambda: tree(b"2 0 R", 1)),
    Case("declared-pages.pdf", lambda: tree(b"3 0 R", 100_000)),
    Case("declared-pages-less.pdf", lambda: tree(b"3 0 R", 1900)),
    Case("declared-negative.pdf", lambda: tree(b"3 0 R", -7)),
    Case("real-pages.pdf", lambda: tree(b"3 0 R " * 100_000, 100_000), "trang"),
    Case("same-page.pdf", lambda: tree(b"3 0 R " * 1900, 1900), says="Plan"),
    Case("deep-arrays.pdf", lambda: page(WORDS, more=b"/X " + b"[" * MEGA + b"]" * MEGA)),
    Case("deep-dictionaries.pdf", lambda: page(WORDS, more=b"/X " + b"<</A" * 300_000 + b">>" * 300_000)),
    Case("deep-operands.pdf", lambda: page(b"[" * MEGA + WORDS)),
    Case("deep-states.pdf", lambda: page(b"q " * MEGA + WORDS)),
    Case("deep-marks.pdf", lambda: page(b"/P BMC " * 3000 + WORDS)),
    Case(
        "form-in-itself.pdf",
        lambda: page(WORDS + b"/X10 Do", resources=b"/XObject << /X10 10 0 R >>", o10=form(b"/X10 Do", 10)),
        says="Plan",
    ),
    Case(
        "forms-in-a-circle.pdf",
        lambda: page(
            WORDS + b"/X10 Do",
            resources=b"/XObject << /X10 10 0 R >>",
            o10=form(b"/X11 Do", 11),
            o11=form(b"/X10 Do", 10),
        ),
        says="Plan",
    ),
    Case("laughing-forms.pdf", lambda: laughing_forms(4, 8)),
    # Deeper ones (10 levels of 10 forms) keep pdfium busy for ever, and nothing in this process can stop
    # native code: whoever reads files of strangers runs each in a process of its own, with a time limit.
    Case("paths.pdf", lambda: page(_rules(2 * MEGA)), seconds=60),
    Case("grid-400.pdf", lambda: page(_grid(400)), seconds=60),
    Case("grid-3000.pdf", lambda: page(_grid(3000)), seconds=60),
    Case("one-long-path.pdf", lambda: page(WORDS + b"0 0 m " + b"5 5 l 9 9 l 5 700 l " * 200_000 + b"S")),
    Case("huge-font.pdf", lambda: page(b"BT /F1 1e30 Tf 90 700 Td (Plan of) Tj ET " + WORDS)),
    Case("negative-font.pdf", lambda: page(b"BT /F1 -12 Tf 90 700 Td (Plan of) Tj ET " + WORDS)),
    Case("no-matrix.pdf", lambda: page(b"0 0 0 0 0 0 cm " + WORDS + b"90 500 300 200 re S")),
    Case(
        "nan-matrix.pdf",
        lambda: page(b"1e38 1e38 1e38 1e38 1e38 1e38 cm " * 5 + WORDS + b"90 500 300 200 re S"),
    ),
    Case("far-text.pdf", lambda: page(b"1 0 0 1 1e9 -1e9 cm " + WORDS)),
    Case(
        "characters.pdf",
        lambda: page(
            b"BT /F1 1 Tf 90 700 Td " + b"(Plan of the year Plan of the year) Tj T* " * 60_000 + b"ET"
        ),
        seconds=60,
    ),
    Case("stream-bomb.pdf", lambda: page(stream(b" " * 300 * MEGA, deflate=True))),
    Case(
        "double-bomb.pdf",
        lambda: page(
            stream(
                zlib.compress(zlib.compress(b" " * 300 * MEGA, 9), 9), b"/Filter [/FlateDecode /FlateDecode]"
            )
        ),
    ),
    Case(
        "annotations.pdf",
        lambda: page(
            WORDS, more=b"/Annots [%s]" % (b"<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]>> " * 50_000)
        ),
        seconds=60,
    ),
    Case(
        "stamp-in-itself.pdf",
        lambda: page(
            WORDS,
            more=b"/Annots [<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 10 0 R>>>>]",
            o10=form(b"/X10 Do", 10),
        ),
        says="Plan",
    ),
    Case("xref-cycle.pdf", lambda: tree(b"3 0 R", 1).replace(b"/Root", b"/Prev 9 /Root")),
    Case("no-xref.pdf", lambda: tree(b"3 0 R", 1).split(b"xref")[0], "hỏng"),
    Case(
        "parent-cycle.pdf",
        lambda: tree(b"3 0 R", 1).replace(b"/Type /Pages ", b"/Type /Pages /Parent 2 0 R "),
    ),
    Case("contents-of-itself.pdf", lambda: tree(b"3 0 R", 1).replace(b"/Contents 4 0 R", b"/Contents 3 0 R")),
    Case("trailing.pdf", lambda: pdf_seed() + b"\n%%EOF" + b"%" * MEGA),
]
