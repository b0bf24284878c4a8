#!/usr/bin/python3
"""Fits data/score_weights.tsv by what the summaries are worth: cross-entropy search over ROUGE-2 F (rouge.py).

  fit_weights.py BUILD_DIR TOPICS.jsonl[=WEIGHT] ... [--lexicon=FOLDER] [--floor=SUMMARIES.jsonl] [--fold=0/3]
                 [--seed=1] [--write]

Needs Debian's python3-numpy, python3-regex and python3-nltk. BUILD_DIR holds bin/summary_trainer. A topic is {"topic",
"lang", "articles", "budget", "references"}; topics whose names agree up to the first "." are translations of each other
and stay in one fold. Files of topics with one article fit the weights for one article, with single articles of the
others; files of topics with several fit the weights for ten, files of merged stories ("lang" is "mul", every article has its
own) those for ten in as many languages; the latter come after the file that tells the same articles in each language
(translations.py).

--lexicon   merged stories are summarized with these compiled dictionaries, too.
--floor     summaries {"topic", "summary"} of another system: falling under them in a language costs.
--fold      fits without the topics of that fold and says how they do beside the weights of the tree.
"""
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from random import Random
from statistics import NormalDist

import numpy as np

import rouge
import translations

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.path.join(HERE, "..", "data", "score_weights.tsv")
# Where the search begins, not by data (articles say first what matters; what many hold matters), and how far it looks.
START = {"bias": (-1, .4), "sharpness": (1.2, .2), "length": (1, .15), "frequency": (1, .4),
         "early": (1, .3), "earliest": (0, .2), "lead": (0, .2), "title": (.3, .4),
         "centrality": (0, .4), "quotation": (0, .3), "place": (.1, .15), "core": (.1, .1)}
# For one article, for ten, for ten in as many languages. Not fitted: bigrams do not tell whether all sources are heard,
# and up to here it costs them nothing.
FIXED = {"crowding": (.08, .08, .15)}
NOT_NEGATIVE = {"frequency"}
NAMES = list(START)
CENTRE, SPREAD = np.array(list(START.values())).T
# Uses of a topic beside the whole one: articles kept, budget, number of draws. References stay as they are.
STORY_USES = [(8, None, 3), (5, {"words": 150}, 2), (10, {"words": 100}, 1)]
SINGLE_USES = [(1, {"sentences": 1}, 1), (1, {"sentences": 2}, 1), (1, {"words": 50}, 1)]
STORY_AS_SINGLE = [(1, {"sentences": 3}, 3)]
# Assignments of languages to the articles of a merged story, and budgets beside its own.
MERGED = 3
MERGED_BUDGETS = [{"sentences": 3}, {"words": 100}]
# With dictionaries merged stories count so much more: they are what the services are deployed with.
WITH_DICTIONARIES = 2
# Of stories, so many rounds go through all uses: they cost most.
TURNS = 3
ROUNDS, SAMPLES, BEST = 40, 48, 12
# Rounds at the end whose means, and the mean of these, are measured on everything: the best one is taken.
LAST = 9
# Of the squared distance from the start: what does not matter stays where it was.
PENALTY = .004
# Of each point under the floor, less ALLOWED, in a language.
FLOOR, ALLOWED = .3, .2


def event_of(topic):
    return topic["topic"].split(".")[0]


def number_of(text):
    return int.from_bytes(hashlib.md5(text.encode()).digest()[:6], "big")


def reduced(topic, articles, budget, draw):
    """The topic with so many of its articles, the same ones in every language."""
    order = sorted(range(len(topic["articles"])), key=lambda i: number_of(f"{event_of(topic)} {draw} {i}"))
    kept = sorted(order[:articles])
    return {**topic, "articles": [topic["articles"][i] for i in kept], "budget": budget or topic["budget"]}


class Use:
    """Topics in one form, and the engine that summarizes them."""

    def __init__(self, trainer, name, topics, weight, references, rendered=None):
        self.name, self.topics, self.weight = name, topics, weight
        self.references, self.rendered = [references(topic) for topic in topics], rendered
        self.file = tempfile.NamedTemporaryFile("w", suffix=".jsonl")  # Lives as long as the engine may read it.
        self.file.writelines(json.dumps(topic) + "\n" for topic in topics)
        self.file.flush()
        self.engine = subprocess.Popen([*trainer, self.file.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       text=True)

    def ask(self, tables):
        """For one answer each, in their order. Engines of several uses work side by side."""
        self.engine.stdin.write("".join(table + ".\n" for table in tables))
        self.engine.stdin.flush()

    def answer(self):
        """By topic: ROUGE-2 F of its summary, in percent."""
        summaries = json.loads(self.engine.stdout.readline())
        if self.rendered:
            summaries = [self.rendered(topic, lines) for topic, lines in zip(self.topics, summaries)]
        return np.array([known.score(lines) for known, lines in zip(self.references, summaries)])

    def score(self, table):
        self.ask([table])
        return self.answer()


class Floor:
    """What another system reaches in each language of a use."""

    def __init__(self, use, summaries):
        self.of = {}
        for language in sorted({topic["lang"] for topic in use.topics}):
            which = [i for i, topic in enumerate(use.topics)
                     if topic["lang"] == language and topic["topic"] in summaries]
            if which:
                lines = [summaries[use.topics[i]["topic"]].split("\n") for i in which]
                reached = np.mean([use.references[i].score(text) for i, text in zip(which, lines)])
                self.of[language] = (which, reached)

    def differences(self, scores):
        return {language: scores[which].mean() - least for language, (which, least) in self.of.items()}


def as_tsv(one, ten, mixed):
    rows = [(name, *values) for name, values in FIXED.items()] + list(zip(NAMES, one, ten, mixed))
    return "".join(f"{name}\t" + "\t".join(f"{value:.3f}" for value in values) + "\n" for name, *values in rows)


def worth(asked, floors):
    """Of the table that the engines answer next: the mean over the files by their weights, half by their whole topics
    and half by their other uses, less what is under the floor."""
    value = total = 0
    for whole, others in asked:
        weight = (whole or others[0]).weight
        halves = [np.mean([use.answer().mean() for use in others])]
        if whole:
            scores = whole.answer()
            halves.append(scores.mean())
            value -= FLOOR * sum(max(0, -ALLOWED - d) for d in floors[whole].differences(scores).values())
        value += weight * np.mean(halves)
        total += weight
    return value / total


def draw(random, count):
    """Independent of the version of numpy."""
    return np.array([[NormalDist().inv_cdf(random.uniform(1e-9, 1 - 1e-9)) for _ in NAMES] for _ in range(count)])


def measure(points, parts, floors, table_of):
    """The worth of each point, less its distance from the start."""
    for use in (use for whole, others in parts for use in [whole, *others] if use):
        use.ask([table_of(point) for point in points])
    far = (((points - CENTRE) / SPREAD) ** 2).sum(axis=1)
    return np.array([worth(parts, floors) for _ in points]) - PENALTY * far


def search(parts, turns, floors, table_of, seed):
    """Cross-entropy method (Rubinstein 1999). Each round compares its samples on the whole topics of each file and a
    share of their other uses in turn: what is good for one draw of articles only does not last."""
    random = Random(seed)
    least = np.array([0 if name in NOT_NEGATIVE else -np.inf for name in NAMES])
    mean, spread, last = CENTRE.copy(), SPREAD.copy(), []
    rank = np.log(BEST + .5) - np.log(np.arange(1, BEST + 1))
    rank /= rank.sum()
    for number in range(ROUNDS):
        half = draw(random, SAMPLES // 2) * spread
        points = np.maximum(mean + np.vstack([half, -half]), least)
        worths = measure(points, [(whole, others[number % turns::turns]) for whole, others in parts], floors, table_of)
        best = points[np.argsort(-worths, kind="stable")[:BEST]]
        centre = rank @ best
        mean = .3 * mean + .7 * centre
        spread = .75 * spread + .25 * np.sqrt(rank @ (best - centre) ** 2)
        last = last[1 - LAST:] + [mean]
        print(number, f"{worths.mean():.3f} {worths.max():.3f}", file=sys.stderr, flush=True)
    last.append(np.mean(last, axis=0))
    worths = measure(np.array(last), parts, floors, table_of)
    print("last", " ".join(f"{value:.3f}" for value in worths), file=sys.stderr, flush=True)
    return last[np.argmax(worths)]


class Topics:
    """Topics of all files; folds are made of events."""

    def __init__(self, files, build, options):
        self.files, self.known = [], {}
        self.trainer = [os.path.join(build, "bin/summary_trainer")]
        self.trainers = {"": self.trainer}  # Of merged topics.
        if "lexicon" in options:
            self.trainers[", dictionaries"] = self.trainer + [f"--lexicon={options['lexicon']}"]
        for argument in files:
            path, _, weight = argument.partition("=")
            with open(path, encoding="utf-8") as file:
                topics = [json.loads(line) for line in file if line.strip()]
            events = sorted({event_of(topic) for topic in topics}, key=number_of)
            numbers = {event: number for number, event in enumerate(events)}
            self.files.append((os.path.basename(path), topics, float(weight or 1), numbers))

    def references(self, topic):
        if topic["topic"] not in self.known:
            language = translations.REFERENCE if topic["lang"] == "mul" else topic["lang"]
            self.known[topic["topic"]] = rouge.References(topic["references"], language)
        return self.known[topic["topic"]]

    def uses(self, inside):
        """For one article, for ten, for ten in many languages: lists of (the whole topics, [other uses]) by file;
        `inside` tells of the number of an event."""
        one, ten, mixed, told = [], [], [], None
        for name, topics, weight, number in self.files:
            topics = [topic for topic in topics if inside(number[event_of(topic)])]
            if topics[0]["lang"] == "mul":
                mixed += self.merged_uses(name, topics, weight, told)
                continue
            whole = Use(self.trainer, name, topics, weight, self.references)
            if len(topics[0]["articles"]) == 1:
                one.append((whole, self.drawn(name, topics, weight, SINGLE_USES)))
            else:
                ten.append((whole, self.drawn(name, topics, weight, STORY_USES)))
                one.append((None, self.drawn(name, topics, weight / 2, STORY_AS_SINGLE)))
                told = translations.Translations(topics)
        return one, ten, mixed

    def drawn(self, name, topics, weight, kinds):
        return [Use(self.trainer, f"{name}, {articles} of its articles {draw}, {budget or 'whole'}",
                    [reduced(topic, articles, budget, draw) for topic in topics], weight, self.references)
                for articles, budget, draws in kinds for draw in range(draws)]

    def merged_uses(self, name, topics, weight, told):
        """The other uses give the articles of a story other languages."""
        parts = []
        for what, trainer in self.trainers.items():
            share = weight * WITH_DICTIONARIES if what else weight
            uses = [Use(trainer, f"{name}{what}{kind}", merged, share, self.references, told.rendered)
                    for kind, merged in [("", topics)] + self.merged_kinds(topics, told)]
            parts.append((uses[0], uses[1:]))
        return parts

    def merged_kinds(self, topics, told):
        kinds = [(f", languages {i}", told.merged(i)) for i in range(MERGED)]
        for budget in MERGED_BUDGETS:
            kinds.append((f", {budget}", [{**topic, "budget": budget} for topic in topics]))
        return kinds


def fit(one, ten, mixed, floor, seed):
    floors = {whole: Floor(whole, floor) for whole, _ in one + ten + mixed if whole}
    print("for one article", file=sys.stderr)
    single = search(one, 1, floors, lambda point: as_tsv(point, point, point), seed)
    print("for ten articles", file=sys.stderr)
    many = search(ten, TURNS, floors, lambda point: as_tsv(single, point, point), seed)
    print("for ten in as many languages", file=sys.stderr)
    return single, many, search(mixed, TURNS, floors, lambda point: as_tsv(single, many, point), seed)


def report(parts, floor, tables):
    for whole, others in parts:
        for use in ([whole] if whole else []) + others:
            scores = [use.score(table).mean() for table in tables]
            print(f"{use.name}\t{len(use.topics)}\t" + "\t".join(f"{score:.2f}" for score in scores))
        if whole:
            for language, difference in Floor(whole, floor).differences(whole.score(tables[0])).items():
                print(f"  over the floor in {language}: {difference:+.2f}")


def main():
    options = dict(a[2:].partition("=")[::2] for a in sys.argv[1:] if a.startswith("--"))
    build, *files = [a for a in sys.argv[1:] if not a.startswith("--")]
    topics, floor = Topics(files, build, options), {}
    if "floor" in options:
        with open(options["floor"], encoding="utf-8") as file:
            floor = {o["topic"]: o["summary"] for o in map(json.loads, file)}
    with open(WEIGHTS, encoding="utf-8") as file:
        old = [line for line in file if line.strip()]
    fold, of = (int(n) for n in options.get("fold", "-1/1").split("/"))
    one, ten, mixed = topics.uses(lambda event: event % of != fold)
    found = fit(one, ten, mixed, floor, int(options.get("seed", 1)))
    tables = [as_tsv(*found), "".join(line for line in old if line[0] != "#"), as_tsv(*[CENTRE] * len(found))]
    print("topics\tnumber\tfitted\tin the tree\tstart")
    report(one + ten + mixed, floor, tables)
    if fold >= 0:
        print("held out")
        one, ten, mixed = topics.uses(lambda event: event % of == fold)
        report(one + ten + mixed, {}, tables)
    print(tables[0], end="")
    if "write" in options:
        with open(WEIGHTS, "w", encoding="utf-8") as file:
            file.write("".join(line for line in old if line[0] == "#") + tables[0])


if __name__ == "__main__":
    main()
