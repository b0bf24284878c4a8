"""ROUGE-2 F as the boards of these sets measure it: words of letters, marks and digits, English ones by their stems
(Porter, as ROUGE-1.5.5), all references of a topic pooled (Lin 2004)."""
import collections
import functools
import unicodedata

import numpy as np
import regex
from nltk.stem.porter import PorterStemmer

WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}]+")
ENGLISH_WORD = regex.compile(r"[a-z0-9]+")
POINTED = ("ar", "he", "fa", "ur")  # Written with or without vowel signs.
stemmer = PorterStemmer()


@functools.lru_cache(None)
def stem(word):
    return stemmer.stem(word) if len(word) > 3 else word


@functools.lru_cache(None)
def tokens(text, language):
    if language == "en":
        return tuple(stem(word) for word in ENGLISH_WORD.findall(text.lower()))
    text = unicodedata.normalize("NFKC", text).lower()
    if language in POINTED:
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(c for c in decomposed if unicodedata.category(c) != "Mn" and c != "\u0640")
    return tuple(WORD.findall(text))


class References:
    """The references of one topic. Remembers what summaries came to: most weights choose what others chose, too."""

    def __init__(self, texts, language):
        self.language = language
        words = [tokens(text, language) for text in texts]
        bigrams = [collections.Counter(zip(w, w[1:])) for w in words]
        self.ids = {b: i for i, b in enumerate(dict.fromkeys(b for counts in bigrams for b in counts))}
        self.counts = np.array([[counts[b] for b in self.ids] for counts in bigrams])
        self.known = {}

    def score(self, lines):
        """In percent; `lines` of the summary in their order."""
        lines = tuple(lines)
        if lines not in self.known:
            words = [word for line in lines for word in tokens(line, self.language)]
            held = [self.ids[b] for b in zip(words, words[1:]) if b in self.ids]
            mine = np.bincount(np.array(held, dtype=int), minlength=len(self.ids))
            length = len(self.counts) * max(0, len(words) - 1) + self.counts.sum()
            self.known[lines] = 200.0 * np.minimum(mine, self.counts).sum() / max(1, length)
        return self.known[lines]
