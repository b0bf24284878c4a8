#!/usr/bin/env python3
"""Says in which word lists of near relatives a word stands, and which words are known to tell them apart.

    classify_words.py ROOT TRAIN.tsv RELATIVES.tsv VARIANTS.tsv OUT.tsv

ROOT and TRAIN.tsv as of collect.py. For every circle of RELATIVES.tsv that names lists, writes lines
`first tag of the circle<TAB>class<TAB>word`: bit i of the class is set when the i-th list has the word, and the class
is 0 when all have it; of words that VARIANTS.tsv knows, it is 64 and bit i for the i-th language of the circle. Asked
about are the words of Tesseract's lists and those that the circle's running text has twice. Needs `hunspell`.
"""
import collections
import os
import re
import subprocess
import sys

import collect
import readers

WORD = re.compile(r'[^\W\d_]{2,}')
SEEN = 2
VARIANT = 64  # WordClasses::kListClasses.


def is_tesseract(name):
    return re.match(r'[a-z]{3}', name) is not None


def listed_words(root, name):
    """Words of Tesseract's lists `name`, joined by '+'; Serbian ones in Latin letters."""
    words = set()
    for part in name.split('+'):
        path = next(p for p in collect.find_files(root) if p.endswith(f'/tessdata/{part}.traineddata'))
        found = [word.lower() for word in readers.tesseract_words(path)]
        words |= {collect.serbian_in_latin(word) for word in found} if part == 'srp' else set(found)
    return {word for word in words if WORD.fullmatch(word)}


def spelled_words(root, name, words):
    """Those of `words` that the spell checker's dictionary `name` accepts."""
    path = next(p for p in collect.find_files(root) if p.endswith(f'/hunspell/{name}.dic'))
    answer = subprocess.run(['hunspell', '-i', 'utf-8', '-l', '-d', path[:-4]], check=True, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, input='\n'.join(sorted(words)).encode(),
                            env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    return words - set(answer.stdout.decode().split())


def used_words(train, tags):
    counts = collections.Counter()
    with open(train, encoding='utf-8') as file:
        for line in file:
            tag, kind, text = line.split('\t', 2)
            if tag in tags and kind != 'words':
                counts.update(WORD.findall(text.lower()))
    return {word for word, count in counts.items() if count >= SEEN}


def read_variants(path, tags):
    """Words, and beginnings of words with a '*' behind them, to the class that they give."""
    variants = {}
    with open(path, encoding='utf-8') as file:
        for line in file:
            preferred, _, words = line.rstrip('\n').partition('\t')
            if set(preferred.split()) <= set(tags):
                number = VARIANT + sum(1 << tags.index(tag) for tag in preferred.split())
                variants.update(dict.fromkeys(words.split(), number))
    return variants


def variant_class(word, variants):
    beginnings = (word[:size] + '*' for size in range(len(word), 0, -1))
    return variants.get(word) or next((variants[b] for b in beginnings if b in variants), None)


def main():
    root, train, relatives, known, out = sys.argv[1:6]
    with open(relatives, encoding='utf-8') as file:
        circles = [line.rstrip('\n').split('\t') for line in file if not line.startswith('#')]
    with open(out, 'w', encoding='utf-8') as file:
        for _, _, tags, *lists in circles:
            names, tags = lists[0].split() if lists else [], tags.split()
            variants = read_variants(known, tags)
            listed = {name: listed_words(root, name) for name in names if is_tesseract(name)}
            words = used_words(train, tags).union(*listed.values()) if names else set()
            words |= {word for word in variants if not word.endswith('*')}
            holds = [listed.get(name) or spelled_words(root, name, words) for name in names]
            for word in sorted(words):
                number = sum(1 << i for i, held in enumerate(holds) if word in held)
                number = variant_class(word, variants) or number
                if number:
                    file.write(f'{tags[0]}\t{0 if number == (1 << len(names)) - 1 else number}\t{word}\n')


if __name__ == '__main__':
    main()
