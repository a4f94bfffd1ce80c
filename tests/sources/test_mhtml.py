"""Pages saved as one file, also under .doc."""

from __future__ import annotations

import quopri

import pytest

from extractor.errors import ReadError
from extractor.sources.read import read_bytes

PAGE = "<html><body><p class=MsoNormal>Kế hoạch <b>số 5</b></p></body></html>"
HEAD = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="xx"\r\n\r\nThis is a page.\r\n'


def saved(page: bytes, charset: str, kind: str = "text/html") -> bytes:
    coding = "\r\nContent-Transfer-Encoding: "
    part = f'--xx\r\nContent-Type: {kind}; charset="{charset}"{coding}quoted-printable\r\n\r\n'
    picture = f"\r\n--xx\r\nContent-Type: image/png{coding}base64\r\n\r\niVBORw0KGgo=\r\n--xx--\r\n".encode()
    return HEAD + part.encode() + quopri.encodestring(page) + picture


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "us-ascii"])
@pytest.mark.parametrize("name", ["a.mht", "a.doc", "a"])
def test_page_is_read(charset: str, name: str) -> None:
    page = PAGE.encode("utf-8" if charset == "us-ascii" else charset)
    assert read_bytes(saved(page, charset), name).text == "Kế hoạch số 5\n"


@pytest.mark.parametrize("data", [HEAD, saved(b"x", "utf-8", "text/plain"), b"MIME-Version: 1.0\r\n"])
def test_without_page(data: bytes) -> None:
    with pytest.raises(ReadError, match="không có trang nào"):
        read_bytes(data, "a.mht")
