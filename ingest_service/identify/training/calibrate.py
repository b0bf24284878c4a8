#!/usr/bin/env python3
"""Fits the curve of decision.cc: how often a decision with a given lead is right.

    calibrate.py TRAIN.tsv PRINT_LEADS MODEL

MODEL must have been trained without the kinds `story` and `manual`, of which pieces of 20 to 1,200 characters
are judged here: text of another kind than the judge learned from, as news is. Every language counts alike.
Prints right answers by lead, made monotone (pool adjacent violators).
"""
import collections
import random
import subprocess
import sys

KINDS = ('story', 'manual')
PER_LANGUAGE = 240
LENGTHS = (20, 40, 40, 80, 120, 200, 400, 1200)
NOT_MEASURED = ('zh-Hans', 'zh-Hant', 'ja', 'ko')  # Scripts decide there; leads mean something else.


def pieces(path):
    segments = collections.defaultdict(list)
    with open(path, encoding='utf-8') as file:
        for line in file:
            tag, kind, text = line.rstrip('\n').split('\t', 2)
            if kind in KINDS and tag not in NOT_MEASURED:
                segments[tag].append(text)
    chance = random.Random(5)
    for tag in sorted(segments):
        if len(segments[tag]) < 400:
            continue
        for number in range(PER_LANGUAGE):
            length = LENGTHS[number % len(LENGTHS)]
            text = ''
            while len(text) < length:
                text += ' ' + chance.choice(segments[tag])
            words = text.split()
            begin = chance.randrange(max(1, len(words) - length // 5))
            piece = ''
            for word in words[begin:] + words[:begin]:
                if len(piece) + len(word) >= length:
                    break
                piece += ' ' + word
            if piece.strip():
                yield f'{tag}:{number}\t{piece.strip()}'


def main():
    train, tool, model = sys.argv[1:4]
    texts = '\n'.join(pieces(train)) + '\n'
    answers = subprocess.run([tool, model], input=texts.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    points = []
    for line in answers.splitlines():
        name, tag, lead = line.split('\t')
        points.append((float(lead), name.split(':')[0] == tag))
    points.sort()
    blocks = []  # [right, all, smallest lead, largest lead]
    size = max(1, len(points) // 60)
    for i in range(0, len(points), size):
        part = points[i:i + size]
        blocks.append([sum(p[1] for p in part), len(part), part[0][0], part[-1][0]])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] >= blocks[-1][0] * blocks[-2][1]:
            last = blocks.pop()
            blocks[-1] = [blocks[-1][0] + last[0], blocks[-1][1] + last[1], blocks[-1][2], last[3]]
    print(f'{len(points)} pieces, {100 * sum(p[1] for p in points) / len(points):.2f} % right')
    for right, count, low, high in blocks:
        print(f'lead {low:7.3f} to {high:7.3f}: {1000 * right / count:6.1f} permille of {count}')


if __name__ == '__main__':
    main()
