"""A lossless tokenizer for spaCy, and blank pipelines over it: ``doc.text`` is the text, to the character.

spaCy's own Vietnamese tokenizer wants pyvi, or else cuts at spaces only ("trì," is one token). Ours cuts
at spaces, marks and between a number and its unit, and gives each token the folded form as ``norm_``, so
that matchers on NORM take "Uỷ" for "ủy" whatever its case, tone placement or Unicode form.

This module imports spaCy; nothing that a command needs at its start may import it at its top.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from spacy import blank
from spacy.attrs import NORM  # type: ignore[import-not-found, unused-ignore]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from extractor.vietnamese.forms import fold

TOKENIZER = "kehoach.tokenizer.v1"

_MARKS = "\u0300-\u036f"  # tones as characters of their own (NFD) are no word characters to re
_TOKEN = re.compile(
    r"\s+"
    rf"|[^\W\d_](?:[^\W_]|[{_MARKS}])*"  # a syllable, an abbreviation, "N01"
    r"|\d{1,4}[^\W\d_](?!\w)"  # 4G, 12b
    r"|\d+(?:[.,]\d+)*"  # 1.234,5; its unit is the next token
    rf"|[{_MARKS}]+"
    r"|([^\w\s])\1*\ufe0f?(?:\u200d[^\w\s]\ufe0f?)*"  # a mark, a row of one mark, one emoji of several
    r"|_+|."
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def norm(text: str) -> str:
    """The folded form of a token in any Unicode form."""
    return fold(unicodedata.normalize("NFC", text))


def split_tokens(text: str) -> tuple[list[str], list[bool]]:
    """Tokens and whether a single space follows each; joined again they are ``text``.

    White space beyond that one space is a token of its own, as spaCy has it.
    """
    words: list[str] = []
    spaces: list[bool] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word[0] == " " and words and not words[-1].isspace():
            spaces[-1], word = True, word[1:]
        if word:
            words.append(word)
            spaces.append(False)
    return words, spaces


class KehoachTokenizer(DummyTokenizer):
    """Cuts a text into tokens without losing a character.

    A lone surrogate, which no UTF-8 text can hold, stands as U+FFFD: offsets stay.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        # on lexemes, computed once for each form: much faster than setting norm_ on tokens
        vocab.lex_attr_getters[NORM] = norm  # type: ignore[attr-defined, unused-ignore]
        for lexeme in vocab:
            lexeme.norm_ = norm(lexeme.text)

    def __call__(self, text: str) -> Doc:
        words, spaces = split_tokens(_SURROGATE.sub("\ufffd", text))
        return Doc(self.vocab, words=words, spaces=spaces)

    def __reduce__(self) -> tuple[Any, ...]:
        return KehoachTokenizer, (self.vocab,)


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator, unused-ignore]
def make_tokenizer() -> Callable[[Language], KehoachTokenizer]:
    """For ``[nlp.tokenizer]`` of a spaCy config: ``@tokenizers = "kehoach.tokenizer.v1"``."""

    def tokenizer(nlp: Language) -> KehoachTokenizer:
        return KehoachTokenizer(nlp.vocab)

    return tokenizer


def blank_vi() -> Language:
    """A blank Vietnamese pipeline with this tokenizer, without pyvi."""
    return blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
