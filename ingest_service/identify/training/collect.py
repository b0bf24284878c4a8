#!/usr/bin/env python3
"""Collects training text for the second judge from unpacked Debian packages.

    collect.py ROOT RELATIVES.tsv OUT.tsv

ROOT holds packages unpacked with `unpack_packages.sh`. Writes lines `tag<TAB>kind<TAB>text`,
one segment each, the same ones on every run: translated messages (gettext), the browser's and mail program's
Fluent and properties files, MediaWiki's messages, CLDR's names, manual pages, help pages, and the word lists
of spell checkers and of Tesseract's language data (as pseudo-segments of random words, since they hold no
running text; needs combine_tessdata and dawg2wordlist from tesseract-ocr).
"""
import collections
import hashlib
import math
import os
import re
import sys

import readers

SEGMENTS = 50000          # Of running text a language; names come on top, and for circles of relatives the rest.
WORD_SEGMENTS = 60000     # Of random words a language: whole lists, or shared words would speak for the shorter list.
FEWEST_WORDS = 5000       # A shorter list of Tesseract's is joined by the spell checker's.

# Locale names to tags; what is not listed is taken up to the first '_' or '-'. None: left out, because the
# label says too little about the language (dialects, other orthographies).
TAGS = {
    'zh_cn': 'zh-Hans', 'zh_sg': 'zh-Hans', 'zh_hans': 'zh-Hans', 'zh_tw': 'zh-Hant', 'zh_hk': 'zh-Hant',
    'zh_hant': 'zh-Hant', 'zh': None, 'chi_sim': 'zh-Hans', 'chi_tra': 'zh-Hant', 'no': 'nb', 'tl': 'fil',
    'kmr': 'ku', 'kmr_latn': 'ku', 'sr@ijekavian': None, 'sr@ijekavianlatin': None, 'sr_ijekavian': None,
    'sr@latin': 'sr', 'sr@latn': 'sr', 'sr_latn': 'sr', 'be@latin': None, 'uz@cyrillic': 'uz', 'iw': 'he',
    'tt@iqtelif': None, 'ks@deva': None, 'sd@deva': None, 'kok@latin': None, 'ku': None, 'en@shaw': None,
    'en@boldquot': None, 'en@quot': None, 'en@piglatin': None, 'en_piglatin': None, 'x_test': None, 'nqo': None,
    'ca_valencia': 'ca', 'ca@valencia': 'ca', 'tw': 'ak', 'sh': None, 'mo': 'ro', 'in': None, 'gug': 'gn',
    'ber': None, 'aze_cyrl': 'az', 'srp_latn': 'sr', 'frk': None, 'frm': None, 'enm': None, 'grc': None,
    'dan_frak': None, 'deu_frak': None, 'slk_frak': None, 'ita_old': None, 'spa_old': None, 'kat_old': None,
    'swh': 'sw', 'nob': 'nb', 'be@tarask': None, 'be_tarask': None, 'en_us': None, 'sr_ec': 'sr', 'sr_el': 'sr',
    'tt_latn': None, 'tg_latn': None, 'qqq': None, 'nds_nl': None, 'ug_latn': None, 'ks_deva': None,
    'sh_latn': None, 'sh_cyrl': None, 'ku_arab': None, 'ko_kp': None, 'ike_latn': None, 'az_arab': None,
}
# Varieties that stand nearest to another language than their label says, for its circle of near relatives only.
# Ijekavian Serbian is Bosnian in all but a few words; Serbian here is Ekavian, as most of what is written.
NEAR = {'sr@ijekavianlatin': 'bs'}
CIRCLES_ONLY = ('help', 'blog')  # Kinds of running text.
ISO3 = {k: v for k, v in (p.split(':') for p in (
    'afr:af amh:am ara:ar asm:as aze:az bel:be ben:bn bod:bo bos:bs bre:br bul:bg cat:ca ceb:ceb ces:cs cos:co '
    'cym:cy dan:da deu:de div:dv dzo:dz ell:el eng:en epo:eo est:et eus:eu fao:fo fas:fa fil:fil fin:fi fra:fr '
    'fry:fy gla:gd gle:ga glg:gl guj:gu hat:ht heb:he hin:hi hrv:hr hun:hu hye:hy iku:iu ind:id isl:is ita:it '
    'jav:jv jpn:ja kan:kn kat:ka kaz:kk khm:km kir:ky kmr:ku kor:ko lao:lo lat:la lav:lv lit:lt ltz:lb mal:ml '
    'mar:mr mkd:mk mlt:mt mon:mn mri:mi msa:ms mya:my nep:ne nld:nl nor:nb oci:oc ori:or pan:pa pol:pl por:pt '
    'pus:ps que:qu ron:ro rus:ru san:sa sin:si slk:sk slv:sl snd:sd spa:es sqi:sq srp:sr sun:su swa:sw swe:sv '
    'syr:syr tam:ta tat:tt tel:te tgk:tg tha:th tir:ti ton:to tur:tr uig:ug ukr:uk urd:ur uzb:uz vie:vi yid:yi '
    'yor:yo').split())}


def tag_of(locale):
    key = re.sub(r'\.utf-?8', '', locale.lower()).replace('-', '_')
    if key in TAGS:
        return TAGS[key]
    if key in ISO3:
        return ISO3[key]
    base = re.split(r'[_@]', key)[0]
    if '@' in key and key.split('@')[1] not in ('euro', 'valencia'):
        return None
    return TAGS.get(base, base)


SERBIAN = dict(zip('абвгдђежзијклљмнњопрстћуфхцчџш',
                   'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split()))


def serbian_in_latin(text):
    """The standard letter-by-letter transliteration, which loses nothing."""
    return ''.join(SERBIAN.get(c, SERBIAN.get(c.lower(), c).capitalize()) for c in text)


def rank(text):
    """A fixed shuffle."""
    return hashlib.md5(text.encode()).digest()


def find_files(root):
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in sorted(files):
            yield os.path.join(folder, name)


def segments_of(path):
    """(locale, kind, segments) of a file with running text, or None."""
    found = re.search(r'/(?:locale|resource)/([^/]+)/LC_MESSAGES/[^/]+\.mo$', path)
    if found:
        return found.group(1), 'story' if 'wesnoth' in path else 'message', readers.mo_segments(path)
    found = re.search(r'langpack-([\w-]+?)@(?:firefox|thunderbird)[^/]*\.xpi$', path)
    if found:
        return found.group(1), 'message', readers.xpi_segments(path)
    found = re.search(r'/man/([^/]+)/man\d/[^/]+$', path)
    if found and not os.path.islink(path):
        return found.group(1), 'manual', readers.man_segments(path)
    found = re.search(r'/mediawiki/(?:.*/)?i18n/(?:.*/)?([a-z][a-z-]+)\.json$', path)
    if found:
        return found.group(1), 'message', readers.json_segments(path)
    found = re.search(r'/translations/source/([^/]+)/helpcontent2/.*\.po$', path)
    if found:
        return found.group(1), 'help', readers.po_segments(path)
    found = re.search(r'/wp-content/languages/(?:[a-z-]+-)?([a-z]{2,3}(?:_[A-Z]{2})?)\.mo$', path)
    if found:
        return found.group(1), 'blog', readers.mo_segments(path)
    found = re.search(r'/help/([^/]+)/[^/]+/[^/]+\.page$', path)
    if found and found.group(1) != 'C':
        return found.group(1), 'manual', readers.page_segments(path)
    found = re.search(r'/cldr/common/(?:main|annotations|rbnf|subdivisions)/([a-z]{2,3}(?:_[A-Z][a-z]{3})?)\.xml$',
                      path)
    if found:
        return 'zh_Hans' if found.group(1) == 'zh' else found.group(1), 'names', readers.cldr_segments(path)
    return None


def words_of(path):
    found = re.search(r'/tessdata/([a-z]{3}(?:_\w+)?)\.traineddata$', path)
    if found:
        return found.group(1), readers.tesseract_words(path)
    found = re.search(r'/(?:hunspell|myspell/dicts)/([\w-]+)\.dic$', path)
    if found and not os.path.islink(path) and not found.group(1).startswith('hyph'):
        return found.group(1), readers.dictionary_words(path)
    return None


def collect(root):
    segments = collections.defaultdict(dict)  # tag -> text -> kind
    near = collections.defaultdict(dict)      # The same, for circles only.
    words = collections.defaultdict(set)
    spelled = collections.defaultdict(set)
    for path in find_files(root):
        running, listed = segments_of(path), words_of(path)
        if running and (running[0] in NEAR or running[1] in CIRCLES_ONLY):
            tag = NEAR.get(running[0]) or tag_of(running[0])
            kind = running[1] if running[1] in CIRCLES_ONLY else 'near'
            near[tag].update((text, kind) for language, text in running[2] if language is None)
        elif running and tag_of(running[0]):
            for tag, text in running[2]:
                segments[tag or tag_of(running[0])].setdefault(text, running[1])
        if listed and tag_of(listed[0]):
            kind = words if path.endswith('.traineddata') else spelled
            kind[tag_of(listed[0])].update(w for w in listed[1] if len(w) > 1 and readers.LETTERS.match(w))
    # Lists of one make are comparable between languages; a spell checker's stands in where there is none.
    for tag in spelled:
        if len(words[tag]) < FEWEST_WORDS:
            words[tag] |= spelled[tag]
    for texts in segments['sr'], near['sr']:
        texts.update({serbian_in_latin(text): kind for text, kind in texts.items()})
    words['sr'] |= {serbian_in_latin(word) for word in words['sr']}
    return segments, near, words


def without_english(segments):
    """Leaves out what is rather English than the language it is said to be: messages and paragraphs that nobody
    translated. Judged by the frequencies of words, of which the untranslated are few in any language."""
    counts = {tag: collections.Counter(word for text in segments[tag] for word in text.lower().split())
              for tag in segments}
    english, all_english = counts['en'], sum(counts['en'].values())
    for tag in set(segments) - {'en'}:
        own, all_own = counts[tag], sum(counts[tag].values())
        per_word = math.log((all_english + 1) / (all_own + 1))
        segments[tag] = {
            text: kind for text, kind in segments[tag].items()
            if sum(math.log((own[word] + .5) / (english[word] + .5)) + per_word for word in text.lower().split()) > 0}


def main():
    root, relatives, out = sys.argv[1:4]
    with open(relatives, encoding='utf-8') as file:
        in_circles = {tag for line in file if not line.startswith('#') for tag in line.split('\t')[2].split()}
    segments, near, words = collect(root)
    without_english(segments)
    with open(out, 'w', encoding='utf-8') as file:
        for tag in sorted(set(segments) | set(words)):
            running = sorted((text for text, kind in segments[tag].items() if kind != 'names'), key=rank)
            for text in running[:SEGMENTS] + sorted(text for text, kind in segments[tag].items() if kind == 'names'):
                file.write(f'{tag}\t{segments[tag][text]}\t{text}\n')
            if tag in in_circles:
                near[tag] = dict.fromkeys(running[SEGMENTS:], 'near') | near[tag]
                for text in sorted(near[tag].keys() - set(running[:SEGMENTS])):
                    file.write(f'{tag}\t{near[tag][text]}\t{text}\n')
            shuffled = sorted(words[tag], key=rank)[:WORD_SEGMENTS * readers.WORDS_IN_SEGMENT]
            for i in range(0, len(shuffled), readers.WORDS_IN_SEGMENT):
                file.write(f'{tag}\twords\t' + ' '.join(shuffled[i:i + readers.WORDS_IN_SEGMENT]) + '\n')
            print(tag, len(segments[tag]), len(words[tag]), file=sys.stderr)


if __name__ == '__main__':
    main()
