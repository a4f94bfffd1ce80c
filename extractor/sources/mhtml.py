"""MHTML (a web page saved as one file, by Word often under the suffix .doc) to Source."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from extractor.errors import ReadError
from extractor.sources.html import read_html
from extractor.sources.limits import Limits
from extractor.sources.model import Source


def read_mhtml(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read the first page of the file; pictures and other parts are passed over."""
    message: Message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return read_html(_declared(payload, part.get_content_charset()), name, limits)
    raise ReadError(name, "tệp MHTML không có trang nào")


def _declared(page: bytes, charset: str | None) -> bytes:
    """The page as UTF-8 where its part names another character set that fits."""
    if charset is None or charset.lower() in ("utf-8", "us-ascii"):
        return page
    try:
        return page.decode(charset).encode("utf-8")
    except (LookupError, ValueError):
        return page
