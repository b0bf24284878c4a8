#!/usr/bin/env python3
"""Says in which word lists of near relatives a word stands.

    classify_words.py ROOT TRAIN.tsv RELATIVES.tsv OUT.tsv

ROOT and TRAIN.tsv as of collect.py. For every circle of RELATIVES.tsv that names lists, writes lines
`first tag of the circle<TAB>class<TAB>word`: bit i of the class is set when the i-th list has the word. Asked
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


def main():
    root, train, relatives, out = sys.argv[1:5]
    with open(relatives, encoding='utf-8') as file:
        circles = [line.rstrip('\n').split('\t') for line in file if not line.startswith('#')]
    with open(out, 'w', encoding='utf-8') as file:
        for _, _, tags, *lists in circles:
            names = lists[0].split() if lists else []
            listed = {name: listed_words(root, name) for name in names if is_tesseract(name)}
            words = used_words(train, tags.split()).union(*listed.values()) if names else set()
            holds = [listed.get(name) or spelled_words(root, name, words) for name in names]
            for word in sorted(words):
                number = sum(1 << i for i, held in enumerate(holds) if word in held)
                if number:
                    file.write(f'{tags.split()[0]}\t{number}\t{word}\n')


if __name__ == '__main__':
    main()
