#!/usr/bin/python3
"""Fits data/score_weights.tsv by what the summaries are worth: cross-entropy search over bigram F (ROUGE-2).

  fit_weights.py BUILD_DIR TOPICS.jsonl[=WEIGHT] ... [--rounds=20] [--seed=1] [--fold=0/2] [--rendered=FILE.tsv]
                 [--floor=SUMMARIES.jsonl] [--write]

Needs Debian's python3-numpy and python3-regex. BUILD_DIR holds bin/summary_trainer. A topic is {"topic", "lang", "articles", "budget",
"references"}; topics whose names agree up to the first "." are translations of each other and stay in one fold. Every topic is used in
further variants (VARIANTS): stories with fewer articles and words, single articles with fewer sentences.

--fold      fits without the topics of that fold and says how the rest and the fold do.
--rendered  what a line of a merged summary ("lang" is "mul") counts as, "line <TAB> text" (letters and digits of the line
            only): the references are in one language.
--floor     summaries of another system: falling under them in a language costs.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile
import zlib

import numpy as np
import regex

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.path.join(HERE, "..", "data", "score_weights.tsv")
WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
# Where the search begins and how far it looks, for one article; (start, spread). The starts come from logistic
# regression of "a reference holds this bigram" on the features.
START = {"bias": (-.6, .2), "sharpness": (1.3, .1), "length": (1, .12), "crowding": (.1, .06), "frequency": (1.1, .25),
         "early": (.75, .2), "earliest": (.28, .1), "lead": (.27, .12), "title": (.6, .25), "words": (.05, .2),
         "centrality": (.55, .25), "quotation": (-.42, .15), "place": (.2, .07), "relative": (.03, .03),
         "core": (.13, .05), "comment": (-.03, .025)}
# The same for what ten articles add to it. Other weights are equal.
ADDED = {"bias": (0, .2), "length": (0, .1), "centrality": (0, .2), "place": (0, .05), "core": (0, .04)}
NOT_NEGATIVE = {"crowding", "words", "frequency"}
# Further uses of a topic: so many of its articles, the budget, the share of its weight. References stay as they are.
VARIANTS = [(8, {"words": 220}, .5), (4, {"words": 100}, .5), (10, {"words": 100}, .5), (1, {"sentences": 1}, .5)]
SAMPLES, BEST = 24, 6
# Of the squared distance from the start: what does not matter stays where it was.
PENALTY = .02
# Of each point under the floor, less .3, in a language.
FLOOR = .3


def bigrams(text):
    words = WORD.findall(text.lower())
    return collections.Counter(zip(words, words[1:]))


def f_measure(mine, references):
    hits = total = 0
    for reference in references:
        hits += 2 * sum(min(count, reference[b]) for b, count in mine.items() if b in reference)
        total += sum(mine.values()) + sum(reference.values())
    return 100 * hits / max(1, total)


def event_of(topic):
    return topic["topic"].split(".")[0].encode()


def reduced(topic, articles, budget):
    """The topic with so many of its articles under a smaller budget of the same unit; None when there is none smaller."""
    unit, amount = next(iter(budget.items()))
    given = topic["budget"].get(unit, 0)
    if amount >= given or (articles > 1) != (len(topic["articles"]) > 1):
        return None
    first = zlib.crc32(event_of(topic)) % len(topic["articles"])
    kept = sorted((first + i) % len(topic["articles"]) for i in range(articles))
    return {**topic, "articles": [topic["articles"][i] for i in kept], "budget": budget}


class Topics:
    """Topics of all files, what they weigh, and the engine that summarizes them."""

    def __init__(self, build, files, rendered, fold):
        self.rendered, self.topics, self.groups, self.whole = rendered, [], [], set()
        weights = []
        for argument in files:
            path, _, weight = argument.partition("=")
            with open(path, encoding="utf-8") as file:
                topics = [json.loads(line) for line in file if line.strip()]
            self.whole.update(range(len(self.topics), len(self.topics) + len(topics)))
            self.add(path, topics, float(weight or 1), weights)
            for articles, budget, share in VARIANTS:
                some = [reduced(topic, articles, budget) for topic in topics if len(topic["articles"]) >= articles]
                some = [topic for topic in some if topic]
                if not some:
                    continue
                self.add(f"{path}, {articles} articles, {budget}", some, share * float(weight or 1), weights)
        self.references = [[bigrams(text) for text in topic["references"]] for topic in self.topics]
        folds, of = (int(n) for n in fold.split("/")) if fold else (-1, 1)
        self.held_out = np.array([zlib.crc32(event_of(topic)) % of == folds for topic in self.topics])
        self.share = np.array(weights)
        self.file = tempfile.NamedTemporaryFile("w", suffix=".jsonl")  # Lives as long as the engine may read it.
        self.file.writelines(json.dumps(topic) + "\n" for topic in self.topics)
        self.file.flush()
        self.engine = subprocess.Popen([os.path.join(build, "bin/summary_trainer"), self.file.name],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def add(self, name, topics, weight, weights):
        self.groups.append((name, slice(len(self.topics), len(self.topics) + len(topics))))
        self.topics += topics
        weights += [weight / len(topics)] * len(topics)

    def score_lines(self, i, lines):
        if self.topics[i]["lang"] == "mul":
            lines = dict.fromkeys(self.rendered.get("".join(WORD.findall(line.lower())), line) for line in lines)
        return f_measure(bigrams("\n".join(lines)), self.references[i])

    def score(self, table):
        self.engine.stdin.write(table + ".\n")
        self.engine.stdin.flush()
        summaries = json.loads(self.engine.stdout.readline())
        return np.array([self.score_lines(i, lines) for i, lines in enumerate(summaries)])

    def by_language(self, scores, chosen):
        sums = collections.defaultdict(list)
        for i in np.flatnonzero(chosen):
            sums[self.topics[i]["lang"]].append(scores[i])
        return {language: np.mean(values) for language, values in sums.items()}


def as_tsv(point):
    values = dict(zip(NAMES, point))
    lines = []
    for name in TABLE:
        one = values.get(name, 0.0)
        lines.append(f"{name}\t{one:.6f}\t{one + values.get('+' + name, 0):.6f}\n")
    return "".join(lines)


NAMES = list(START) + ["+" + name for name in ADDED]
SPREADS = np.array([spread for _, spread in list(START.values()) + list(ADDED.values())])
CENTRE = np.array([start for start, _ in list(START.values()) + list(ADDED.values())])
with open(WEIGHTS, encoding="utf-8") as weights_file:
    OLD = [line for line in weights_file if line.strip()]
TABLE = [line.split("\t")[0] for line in OLD if not line.startswith("#")]


def search(topics, floor, rounds, seed):
    fitted = ~topics.held_out
    floors = topics.by_language(floor, fitted & ~np.isnan(floor))

    def worth(point):
        scores = topics.score(as_tsv(point))
        reached = topics.by_language(scores, fitted & ~np.isnan(floor))
        below = sum(max(0, least - .3 - reached[language]) for language, least in floors.items())
        distance = (((point - CENTRE) / SPREADS) ** 2).sum()
        return (scores * topics.share)[fitted].sum() - FLOOR * below - PENALTY * distance

    random = np.random.default_rng(seed)
    least = np.array([0 if name in NOT_NEGATIVE else -np.inf for name in NAMES])
    mean, spread = CENTRE.copy(), .8 * SPREADS
    rank = np.log(BEST + .5) - np.log(np.arange(1, BEST + 1))
    rank /= rank.sum()
    for number in range(rounds):
        half = random.normal(size=(SAMPLES // 2, len(NAMES))) * spread
        points = np.maximum(mean + np.vstack([half, -half]), least)
        worths = np.array([worth(point) for point in points])
        best = points[np.argsort(-worths)[:BEST]]
        centre = rank @ best
        mean = .3 * mean + .7 * centre
        spread = .75 * spread + .25 * np.sqrt(rank @ (best - centre) ** 2)
        print(number, f"{worths.mean():.3f} {worths.max():.3f}", file=sys.stderr)
    return mean


def main():
    options = dict(a[2:].partition("=")[::2] for a in sys.argv[1:] if a.startswith("--"))
    build, *files = [a for a in sys.argv[1:] if not a.startswith("--")]
    rendered = {}
    if "rendered" in options:
        with open(options["rendered"], encoding="utf-8") as file:
            rendered = dict(line.rstrip("\n").split("\t", 1) for line in file)
    topics = Topics(build, files, rendered, options.get("fold"))
    floor = np.full(len(topics.topics), np.nan)
    if "floor" in options:
        with open(options["floor"], encoding="utf-8") as file:
            other = {o["topic"]: o["summary"].split("\n") for o in map(json.loads, file)}
        for i in topics.whole:
            name = topics.topics[i]["topic"]
            if name in other:
                floor[i] = topics.score_lines(i, other[name])
    point = search(topics, floor, int(options.get("rounds", 20)), int(options.get("seed", 1)))
    scores = topics.score(as_tsv(point))
    for name, part in topics.groups:
        for what, which in (("fitted", ~topics.held_out[part]), ("held out", topics.held_out[part])):
            if which.any():
                print(f"{name}, {what}: {scores[part][which].mean():.2f} ({which.sum()} topics)")
    print(as_tsv(point), end="")
    if "write" in options:
        with open(WEIGHTS, "w", encoding="utf-8") as file:
            file.write("".join(line for line in OLD if line.startswith("#")) + as_tsv(point))


if __name__ == "__main__":
    main()
