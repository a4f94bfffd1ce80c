"""Issuers of cited acts against the symbol in the number, and names of another province left from copying."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache

from extractor import gazetteers
from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold
from extractor.vietnamese.provinces import province_names, province_of, province_on, territory


@cache
def _symbols() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    """Symbols in numbers, the issuers that they stand for, and how to name them."""
    return tuple(
        (re.compile(row["symbol"]), re.compile(row["issuer"]), row["name"])
        for row in gazetteers.rows("issuer_symbols")
    )


def symbol_issuers(number: str) -> list[tuple[re.Pattern[str], str]]:
    """Who the symbols of a number stand for: joint acts have several."""
    parts = re.split(r"[/-]", re.sub(r"\s+", "", number).upper())[1:]
    return [(issuer, name) for p in parts for symbol, issuer, name in _symbols() if symbol.fullmatch(p)]


def issuers(subject: Subject) -> Iterator[Hit]:
    """ "Quyết định số 5/QĐ-TTg … của Bộ trưởng Bộ Y tế": the symbol is the Prime Minister's."""
    seen: set[str] = set()
    for act in subject.extraction.document.citations:
        if not act.number or not act.issuer or act.text in seen:
            continue
        meant, printed = symbol_issuers(act.number), fold(act.issuer)
        # an issuer that no symbol stands for (a committee, a department) may well use another's number
        known = any(issuer.match(printed) for _, issuer, _ in _symbols())
        if len(meant) == 1 and known and not meant[0][0].match(printed):
            seen.add(act.text)
            figures: dict[str, Figure] = {"act": act.text, "issuer": act.issuer, "meant": meant[0][1]}
            yield Hit("issuer-against-number", figures, (subject.span(act.evidence, act.text),))


@cache
def _told_of() -> re.Pattern[str]:
    return re.compile(rf"tỉnh ({province_names()})(?![\w-])")


_OWN_WORDS = re.compile(
    r"(?:địa bàn|của|trong|toàn|ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|chuyển đổi số|nhân dân|"
    r"ban chỉ đạo [^.,;:()]{1,40}|chính quyền(?: điện tử| số)?|thủ tục hành chính|hành chính công|"
    r"(?:cổng|trang) (?:dịch vụ công|thông tin điện tử|dữ liệu(?: mở)?)|(?:kho|trung tâm|cơ sở) dữ liệu|"
    r"người dân|doanh nghiệp|cán bộ, công chức(?:, viên chức)?) $"
)
_MOVED = re.compile(
    r"(?<!\w)(?:để|giúp|đưa|xây dựng|phấn đấu|cho|góp phần|thúc đẩy|phát triển|bảo đảm|"
    r"đối với|làm cho) $"
)
_GOES = re.compile(
    r"\s*(?:(?:sẽ|cần|phải|tiếp tục|sớm|từng bước|cơ bản|nhanh chóng)\s)?(?:phát triển|trở thành|vươn lên|"
    r"nằm trong|thuộc nhóm|vào nhóm|bứt phá|tăng trưởng|hội nhập|chuyển đổi số|giàu|ngày càng|"
    r"nhanh(?! chóng)|năm 20|đến năm|giai đoạn)"
)
_PRAISED = re.compile(
    r"(?<!\w)(?:hình ảnh|thương hiệu|quảng bá|tiềm năng|lợi thế|kinh tế - xã hội|"
    r"xây dựng|quê hương|con người) $"
)
# Units that every province has one of: another province's does nothing here
_UNIT_OF = re.compile(
    r"(?<!\w)(?:ngân hàng nhà nước(?: việt nam)?,?(?: -| –)? chi nhánh|bảo hiểm xã hội|kho bạc nhà nước|"
    r"công an|trung tâm (?:kiểm soát bệnh tật|phục vụ hành chính công|xúc tiến (?:đầu tư|thương mại|du lịch)|"
    r"khuyến nông|lưu trữ|dịch vụ việc làm)|"
    r"cục (?:thuế|thống kê|hải quan)|bộ chỉ huy quân sự|văn phòng (?:ubnd|ủy ban nhân dân)|thanh tra|"
    r"sở (?:[^\W\d_]+ ){1,8}?(?:\([^()]{2,10}\) )?(?<!các sở )|đài phát thanh và truyền hình|"
    r"tỉnh đoàn|hội (?:nông dân|liên hiệp phụ nữ)) ?$"
)
_FOREIGN = re.compile(
    r"học tập|học hỏi|kinh nghiệm|tham quan|khảo sát|so với|như tỉnh|tương tự|hợp tác|liên kết|ký kết|giáp|"
    r"lân cận|các tỉnh|một số tỉnh|hai tỉnh|địa phương|hạng|đứng|dẫn đầu|vùng|chi nhánh|công ty|trường|"
    r"bệnh viện|sáp nhập|hợp nhất|trước đây|cũ|trước sắp xếp|với tỉnh|giữa|mô hình|tham khảo|quê|sinh ngày|"
    r"thành lập|sắp xếp|chuyển giao|bàn giao|đoàn|cao tốc|quốc lộ|(?<!trực )tuyến|biên giới|đối tác|"
    r"tên miền|"
    r"phối hợp|triển lãm|hội chợ|hội thảo|đơn vị hành chính|căn cứ|nghị quyết|quyết định|công văn|văn bản|"
    r"kế hoạch số|báo cáo số|thông báo|nhân rộng|áp dụng|sông|hồ (?!sơ)|thủy điện"
)
_OF_THIS_PLAN = re.compile(r"theo (?:kế hoạch|chương trình|đề án) này")
_FEW = 2
"""Places that name the other province: what is named more often is spoken of on purpose."""


def provinces(subject: Subject) -> Iterator[Hit]:
    """ "trên địa bàn tỉnh X" in a plan of another province, not where X is compared, cited or visited."""
    document = subject.extraction.document
    own = province_of(document.province or "")
    if own is None or document.level not in ("province", "district", "commune", "agency"):
        return
    day = document.issued_on or (document.period.end if document.period else None)
    own_land, text = _own_land(own.name, day), subject.folded
    others: dict[str, list[int]] = {}
    for match in _told_of().finditer(text):
        if match[1] not in own_land:
            others.setdefault(match[1], []).append(match.start())
    for name, places in others.items():
        if len(places) > _FEW or text.count(fold(own.name)) <= 2 * len(places):
            continue
        for at in places:
            if _left_over(subject, at, name):
                figures: dict[str, Figure] = {
                    "other": subject.text[at : at + 5 + len(name)],
                    "own": own.name,
                }
                yield Hit("another-province", figures, (subject.at(max(0, at - 40), at + 5 + len(name)),))


_CENTRAL = re.compile(
    r"(?<!\w)(?:hướng dẫn|chỉ đạo|đôn đốc|yêu cầu|giao|kiểm tra|phân công|tổng hợp kết quả của) (?:các )?"
    r"bộ,? (?:cơ quan ngang bộ|ngành)(?!\w)(?! (?:tỉnh|thành phố|dọc))"
)
_COMMANDS = sign(_CENTRAL)


def central(subject: Subject) -> Iterator[Hit]:
    """ "hướng dẫn các bộ, ngành, địa phương" in a plan of a province: words of a central document."""
    if subject.extraction.document.level not in ("province", "district", "commune"):
        return
    for start, words in subject.bearing(_COMMANDS):
        for match in _CENTRAL.finditer(words):
            if not is_cited(subject, start + match.start()):
                printed = subject.text[start + match.start() : start + match.end()]
                yield Hit("central-words", {"printed": printed}, (subject.around(start, match, 60, 40),))


def is_cited(subject: Subject, at: int) -> bool:
    """Whether an offset lies in the words by which an act is cited."""
    acts = subject.extraction.document.citations
    return any(act.evidence and act.evidence.start <= at < act.evidence.end for act in acts)


def _own_land(own: str, issued: date | None) -> set[str]:
    """Folded names that a document may give its own province: with those merged into it, by its day."""
    names = {own}
    for day in (issued,) if issued else (date(2025, 6, 30), date.max):
        names |= {province_on(own, day)[0], *territory(own, day)}
    return {fold(name) for name in names}


def _left_over(subject: Subject, at: int, name: str) -> bool:
    """The words speak of the province as of the plan's own."""
    i = bisect_right(subject.passages, (at, len(subject.text))) - 1
    if i < 0 or subject.passages[i][1] <= at:
        return False
    start, end = subject.passages[i]
    before = clause_before(subject.folded[start:at])
    after = clause_behind(subject.folded[at:end])
    unit = _UNIT_OF.search(before)
    if unit:
        before = before[: unit.start()]
    elif _PRAISED.search(before) or (_MOVED.search(before) and _GOES.match(after, 5 + len(name))):
        return not is_cited(subject, at) and not _FOREIGN.search(before)
    elif not _OWN_WORDS.search(before):
        return False
    behind = after[5 + len(name) :]
    listed = re.match(r"\s*(?:,|và|-|\))\s*(?:tỉnh )?", behind)
    if listed and re.match(_names(), behind[listed.end() :]):
        return False
    if is_cited(subject, at):
        return False
    return bool(_OF_THIS_PLAN.search(behind)) or not _FOREIGN.search(f"{before} {behind}")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(province_names())
