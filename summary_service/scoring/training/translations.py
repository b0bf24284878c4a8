"""Stories told in several languages by translation, merged: what a sentence says in another language.

An article keeps its "id" in every language. Sentences are aligned by their lengths (Gale and Church 1993, A program for
aligning sentences in bilingual corpora).
"""
import functools
import math

import regex

# Of Gale and Church, table 5: how often so many sentences become so many, as -100 ln.
BEADS = {(1, 1): 0, (1, 2): 230, (2, 1): 230, (2, 2): 440, (1, 0): 450, (0, 1): 450}
VARIANCE = 6.8
# Not after what looks like a title or an initial.
END = regex.compile(r"(?<=[.!?…؟।]\p{P}*)(?<!\b\p{Lu}\p{L}{0,2}\.|\p{L}\.\p{L}\.)\s+|\n+")
# Letters of a piece that stands in other sentences only when they say it.
TELLING = 12
REFERENCE = "en"


def letters(text):
    return regex.sub(r"[^\p{L}\p{M}\p{N}]+", "", text.lower())


def sentences(text):
    return [s.strip() for s in END.split(text) if letters(s)]


def mismatch(one, other, ratio):
    """-100 ln of the chance that so many characters become so many."""
    if not one or not other:
        return 0
    mean = (one + other / ratio) / 2
    delta = abs(other - one * ratio) / math.sqrt(VARIANCE * mean)
    return -100 * math.log(max(math.erfc(delta / math.sqrt(2)), 1e-40))


def align(source, target):
    """By sentence of `source`, the indices of those of `target` that say it."""
    one, other = [len(s) for s in source], [len(s) for s in target]
    ratio = sum(other) / max(1, sum(one))
    best = {(0, 0): (0, None)}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            ways = []
            for (a, b), price in BEADS.items():
                if (i - a, j - b) in best and i >= a and j >= b:
                    far = mismatch(sum(one[i - a:i]), sum(other[j - b:j]), ratio)
                    ways.append((best[i - a, j - b][0] + price + far, (i - a, j - b)))
            if ways:
                best[i, j] = min(ways)
    said, at = [[] for _ in source], (len(one), len(other))
    while best[at][1]:
        before = best[at][1]
        for i in range(before[0], at[0]):
            said[i] = list(range(before[1], at[1]))
        at = before
    return said


class Translations:
    """The topics of stories in all their languages."""

    def __init__(self, topics):
        self.texts = {(a["id"], topic["lang"]): a for topic in topics for a in topic["articles"]}
        self.languages = sorted({topic["lang"] for topic in topics})
        self.referred = [topic for topic in topics if topic["lang"] == REFERENCE]

    def merged(self, shift):
        """Every story once, each article in one language, told by its place and by `shift`."""
        topics = []
        for number, topic in enumerate(self.referred):
            articles = []
            for place, article in enumerate(topic["articles"]):
                language = self.languages[(number + place + shift) % len(self.languages)]
                articles.append({**self.texts[article["id"], language], "lang": language})
            topics.append({**topic, "topic": topic["topic"].split(".")[0] + f".merged{shift}", "lang": "mul",
                           "articles": articles})
        return topics

    @functools.lru_cache(None)
    def pieces(self, name, language):
        """(letters of a sentence, [(its number, the sentence) in the language of the references])."""
        source = sentences(self.texts[name, language]["text"])
        target = sentences(self.texts[name, REFERENCE]["text"])
        said = [[i] for i in range(len(source))] if language == REFERENCE else align(source, target)
        return [(letters(s), [(name, i, target[i]) for i in numbers]) for s, numbers in zip(source, said)]

    def rendered(self, topic, lines):
        """What the lines of a summary say in the language of the references, cut at the budget."""
        told = {}
        for line in map(letters, lines):
            for article in topic["articles"]:
                for piece, said in self.pieces(article["id"], article["lang"]):
                    if piece == line or min(len(piece), len(line)) > TELLING and (piece in line or line in piece):
                        told.update(((name, i), text) for name, i, text in said)
        words = " ".join(told.values()).split()
        return [" ".join(words[:topic["budget"].get("words")])]
