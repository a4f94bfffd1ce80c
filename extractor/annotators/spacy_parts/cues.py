"""Cues of the gazetteers found by spaCy's PhraseMatcher on folded forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extractor import gazetteers
from extractor.annotators.spacy_parts.findings import Cue, CueKind
from extractor.vietnamese.tokens import blank_vi

# for each kind its gazetteer, with the columns of the phrase and of its meaning
_GAZETTEERS: dict[CueKind, tuple[str, str, str]] = {
    "comparator": ("comparators", "cue", "comparator"),
    "target": ("target_cues", "cue", "kind"),
    "tier": ("tiers", "phrase", "level"),
    "role": ("role_cues", "cue", "role"),
}
KINDS: tuple[CueKind, ...] = tuple(_GAZETTEERS)


@cache
def _nlp() -> Language:
    """The vocabulary and tokens in which the cues themselves are written."""
    return blank_vi()


@cache
def _matcher(kind: CueKind) -> PhraseMatcher:
    nlp = _nlp()
    matcher = PhraseMatcher(nlp.vocab, attr="NORM")
    name, phrase, meaning = _GAZETTEERS[kind]
    for row in gazetteers.rows(name):
        matcher.add(row[meaning], [nlp.make_doc(row[phrase])])
    return matcher


def find_cues(doc: Doc, kinds: Sequence[CueKind] = KINDS, *, our_tokens: bool = False) -> list[Cue]:
    """Cues of the chosen kinds, in order; of overlapping ones of a kind the longest stands.

    Tokens and forms of another tokenizer ("trì," as one token) would hide cues, so unless the Doc comes
    from ours (``our_tokens``), its text is cut anew for the matching.
    """
    tokens = doc if our_tokens else _nlp().tokenizer(doc.text)
    found = [cue for kind in kinds for cue in _of_kind(tokens, kind)]
    return sorted(found, key=lambda c: (c.start, -c.end, c.kind))


def _of_kind(doc: Doc, kind: CueKind) -> Iterator[Cue]:
    names = _nlp().vocab.strings  # the Doc may be of another vocabulary, which lacks the names
    taken = 0
    for key, start, end in sorted(_matcher(kind)(doc), key=lambda m: (m[1], -m[2])):
        if start >= taken:
            taken = end
            yield Cue(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), kind, names[key])
