"""The spaCy components: what they write on a Doc, that it survives, and that the pipeline changes nothing."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import unicodedata
from importlib.metadata import PackageNotFoundError, entry_points
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from extractor import gazetteers
from extractor.annotators.acts import find_acts
from extractor.annotators.components import SpanComponent
from extractor.annotators.pipeline import COMPONENTS, annotate, make_nlp
from extractor.annotators.quantities import find_quantities
from extractor.annotators.spacy_parts.carrier import TYPES, values
from extractor.annotators.spacy_parts.findings import Cue
from extractor.vietnamese.forms import fold
from extractor.vietnamese.tokens import blank_vi

ROOT = Path(__file__).resolve().parents[2]
ACT = "Quyết định số 917/QĐ-BTTTT ngày 18/5/2021 của Bộ trưởng Bộ Thông tin và Truyền thông"
TEXT = (
    "I. MỤC TIÊU NĂM 2024\n"
    "- Phấn đấu tối thiểu 80% hồ sơ tại cấp huyện và 60% tại cấp xã được xử lý trên mạng.\n"
    f"- Thực hiện {ACT}.\n"
    "- Sở Nội vụ chủ trì, phối hợp với Sở Y tế tổ chức 12 lớp tập huấn, hoàn thành trước ngày 30/6/2024.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return make_nlp()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def labelled(doc: Doc, key: str) -> list[tuple[str, str]]:
    return [(span.label_, span.text) for span in doc.spans[key]]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("cues", ("comparator", "tối thiểu")),
        ("cues", ("tier", "cấp huyện")),
        ("cues", ("role", "phối hợp với")),
        ("cues", ("target", "Phấn đấu")),
        ("acts", ("Quyết định", ACT)),
        ("dates", ("day", "ngày 30/6/2024")),
        ("quantities", ("percent", "tối thiểu 80%")),
        ("quantities", ("count", "12")),
        ("units", ("lead", "Sở Nội vụ")),
        ("units", ("support", "Sở Y tế")),
        ("deadlines", ("deadline", "hoàn thành trước ngày 30/6/2024")),
        ("targets", ("district", "Phấn đấu tối thiểu 80% hồ sơ tại cấp huyện")),
    ],
)  # fmt: skip
def test_spans_and_labels(doc: Doc, key: str, expected: tuple[str, str]) -> None:
    assert expected in labelled(doc, key)


@pytest.mark.parametrize("key", [c.removeprefix("kehoach_") for c in COMPONENTS])
def test_each_span_leads_to_its_finding(doc: Doc, key: str) -> None:
    found = values(doc, key)
    assert found
    assert [span._.kehoach for span in doc.spans[key]] == found
    for span, value in zip(doc.spans[key], found, strict=True):
        assert isinstance(value, TYPES[key])
        assert span.start_char <= value.start < value.end <= span.end_char


def test_other_spans_have_no_finding(doc: Doc) -> None:
    assert doc[0:2]._.kehoach is None
    assert Span(doc, 0, 2, "x", span_id="quantities:99")._.kehoach is None
    assert Span(doc, 0, 2, "x", span_id="nothing:0")._.kehoach is None


def test_findings_on_one_span_stay_apart() -> None:
    nlp = blank_vi()
    for name in ("kehoach_dates", "kehoach_deadlines"):
        nlp.add_pipe(name)
    doc = nlp("Công bố năm 2024")
    kinds = [type(doc.spans[key][0]._.kehoach).__name__ for key in ("dates", "deadlines")]
    assert labelled(doc, "dates")[0][1] == labelled(doc, "deadlines")[0][1]
    assert kinds == ["DateMention", "Deadline"]


def test_running_twice_changes_nothing(nlp: Language, doc: Doc) -> None:
    again = nlp(nlp(TEXT))
    assert {k: labelled(again, k) for k in again.spans} == {k: labelled(doc, k) for k in doc.spans}
    assert again._.kehoach == doc._.kehoach


def test_bytes_bring_everything_back(doc: Doc) -> None:
    back = Doc(spacy.blank("xx").vocab).from_bytes(doc.to_bytes())
    assert back.text == TEXT
    for key in doc.spans:
        assert labelled(back, key) == labelled(doc, key)
        assert [s._.kehoach for s in back.spans[key]] == values(doc, key)


def test_docbin_and_pickle(nlp: Language, doc: Doc) -> None:
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (stored,) = DocBin().from_bytes(data).get_docs(nlp.vocab)
    assert values(stored, "units") == values(doc, "units")
    assert values(pickle.loads(pickle.dumps(doc)), "units") == values(doc, "units")


def test_the_pipeline_is_saved_and_pickled(nlp: Language, doc: Doc, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "nlp")
    for other in (spacy.load(tmp_path / "nlp"), pickle.loads(pickle.dumps(nlp))):
        assert other.pipe_names == nlp.pipe_names
        assert other(TEXT)._.kehoach == doc._.kehoach


def test_merged_docs_have_spans_and_get_findings_again(nlp: Language, doc: Doc) -> None:
    with pytest.warns(UserWarning, match="W101"):
        merged = Doc.from_docs([doc, doc])
    assert merged is not None
    assert merged.spans["acts"][1]._.kehoach is None
    assert len(values(nlp(merged), "acts")) == 2 * len(doc.spans["acts"])


@pytest.mark.parametrize("name", [*COMPONENTS, "kehoach_words"])
@pytest.mark.parametrize("language", ["en", "xx"])
def test_anyones_tokens(name: str, language: str) -> None:
    theirs, ours = spacy.blank(language), blank_vi()
    for nlp in (theirs, ours):
        nlp.add_pipe(name)
    key = name.removeprefix("kehoach_")
    assert values(theirs(TEXT), key) == values(ours(TEXT), key) != []


@pytest.mark.parametrize("name", [*COMPONENTS, "kehoach_words"])
@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t", "👨‍👩‍👧", "a\x00b", "12%\ud800", "9" * 400 + "%"])
def test_odd_texts(name: str, text: str) -> None:
    nlp = _alone(name)
    doc = nlp(text)
    assert name.removeprefix("kehoach_") in Doc(nlp.vocab).from_bytes(doc.to_bytes()).spans or not doc


def _alone(name: str) -> Language:
    return make_nlp((name,))


CUES = [
    (name, row[phrase], row[meaning], row["example"])
    for name, phrase, meaning in [
        ("comparators", "cue", "comparator"),
        ("target_cues", "cue", "kind"),
        ("tiers", "phrase", "level"),
        ("role_cues", "cue", "role"),
    ]
    for row in gazetteers.rows(name)
]
KINDS = {"comparators": "comparator", "target_cues": "target", "tiers": "tier", "role_cues": "role"}


def test_every_cue_is_found_in_its_example() -> None:
    nlp = _alone("kehoach_cues")
    for name, phrase, meaning, example in CUES:
        start = fold(example).index(fold(phrase))
        end = start + len(phrase)
        found: list[Cue] = [c for c in values(nlp(example), "cues") if c.kind == KINDS[name]]
        # or part of a longer cue, or behind one that it shares a word with
        assert any(c.start < end and start < c.end for c in found), (name, phrase, example)
        exact = {c.meaning for c in found if (c.start, c.end) == (start, end)}
        assert not exact or meaning in exact, (name, phrase, exact)


@pytest.mark.parametrize(
    "text", ["TỐI THIỂU 5", "Tối thiểu 5", unicodedata.normalize("NFD", "tối thiểu 5"), "(tối thiểu,"]
)
def test_cues_in_any_spelling(text: str) -> None:
    (cue,) = values(_alone("kehoach_cues")(text), "cues")
    assert (cue.kind, cue.meaning) == ("comparator", "ge")


def test_cues_of_chosen_kinds() -> None:
    nlp = blank_vi()
    nlp.add_pipe("kehoach_cues", config={"kinds": ["tier"]})
    doc = nlp(TEXT)
    assert {span.label_ for span in doc.spans["cues"]} == {"tier"}


@pytest.mark.parametrize(
    ("name", "config"), [("kehoach_cues", {"kinds": ["x"]}), ("kehoach_targets", {"mode": "x"})]
)
def test_wrong_settings_are_refused(name: str, config: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="x"):
        blank_vi().add_pipe(name, config=config)


def test_year_of_the_plan() -> None:
    nlp = blank_vi()
    nlp.add_pipe("kehoach_deadlines", config={"year": 2024})
    nlp.add_pipe("kehoach_dates", config={"year": 2024})
    doc = nlp("Hoàn thành trước ngày 15 tháng 9.")
    assert str(values(doc, "deadlines")[0].due) == "2024-09-14"
    assert str(values(doc, "dates")[0].first) == "2024-09-15"


# --- the pipeline of the program -----------------------------------------------------------------


def plans() -> list[Path]:
    return [
        *sorted((ROOT / "corpora").glob("*.txt")),
        *sorted((ROOT.parent / "shared" / "corpus").glob("*.txt")),
    ]


def test_annotate_gives_what_the_functions_give() -> None:
    for text in [TEXT, "", *(p.read_text("utf-8") for p in plans())]:
        text = unicodedata.normalize("NFC", text)
        found = annotate(text)
        assert found.quantities == tuple(find_quantities(text))
        assert found.acts == tuple(find_acts(text))


WORDS = [
    "tối thiểu",
    "80%",
    "12",
    "/",
    "QĐ-BTTTT",
    "số",
    "Quyết định",
    "ngày",
    "năm 2024",
    "cấp xã",
    "\n",
    ",",
    "tỷ",
    "𝟙",
    "\0",
]


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
@settings(max_examples=150, deadline=None)
def test_annotate_any_text(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert annotate(text).quantities == tuple(find_quantities(text))


def test_annotate_takes_texts_longer_than_spacy_would() -> None:
    line = "Đạt tối thiểu 80% hồ sơ.\n"
    text = line * (1_000_001 // len(line) + 1)
    assert len(text) > 1_000_000
    assert make_nlp(("kehoach_words",)).max_length > len(text)
    assert len(make_nlp(("kehoach_words",)).make_doc(text).text) == len(text)


def test_entry_points_name_every_component() -> None:
    """What the installed package tells spaCy is what the module holds."""
    try:
        known = {e.name: e for e in entry_points(group="spacy_factories") if e.name.startswith("kehoach_")}
    except PackageNotFoundError:
        known = {}
    if not known:
        pytest.skip("kehoach is not installed, only imported")
    assert set(known) == {*COMPONENTS, "kehoach_words"}
    for name, point in known.items():
        assert isinstance(point.load()(nlp=blank_vi(), name=name, **_defaults(name)), SpanComponent)


def _defaults(name: str) -> dict[str, object]:
    return dict(Language.get_factory_meta(name).default_config)


def test_spacy_is_not_loaded_by_importing() -> None:
    code = (
        "import sys, extractor, extractor.pipeline, extractor.annotators.pipeline;"
        "sys.exit(any(m in sys.modules for m in ('spacy', 'underthesea')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_example_of_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "spacy.md").read_text("utf-8")
    code, printed = re.search(r"```python\n(.*?)```\n\n```text\n(.*?)```", page, re.S).groups()  # type: ignore[union-attr]
    exec(compile(code, "docs/spacy.md", "exec"), {})
    assert capsys.readouterr().out == printed


def test_page_tells_of_every_component() -> None:
    page = (ROOT / "docs" / "spacy.md").read_text("utf-8")
    for name in (*COMPONENTS, "kehoach_words"):
        key = name.removeprefix("kehoach_")
        assert f"| `{name}` | `{key}` |" in page
        assert f"`{TYPES[key].__name__}" in page
        for setting in _defaults(name):
            assert re.search(rf"\| `{name}` .*`{setting}`", page)
