#!/usr/bin/env python3
"""Collects training text for the second judge from unpacked Debian packages.

    collect.py ROOT OUT.tsv

ROOT holds packages unpacked with `dpkg-deb -x` (README.md lists them). Writes lines `tag<TAB>kind<TAB>text`,
one segment each, at most SEGMENTS a language and KINDS of source, the same ones on every run: translated messages (gettext),
the browser's and mail program's Fluent and properties files, MediaWiki's messages, manual pages, help
pages, and the word lists
of spell checkers and of Tesseract's language data (as pseudo-segments of random words, since they hold no
running text; needs combine_tessdata and dawg2wordlist from tesseract-ocr).
"""
import collections
import gzip
import hashlib
import html
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zipfile

SEGMENTS = 50000          # Of running text a language.
WORD_SEGMENTS = 60000     # Of random words a language: whole lists, or shared words would speak for the shorter list.
WORDS_IN_SEGMENT = 9
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


MARKUP = re.compile(
    r'<[^<>]{0,200}>|\{[^{}]{0,80}\}|\$\{?[\w.]+\}?|%\(?[\w#+ .-]*\)?[a-zA-Z%]|\$\([^)]*\)|\\[a-z]|&[a-z]+;|'
    r'https?:\S+|\S*[@/\\_=]\S*\.\S*|\S*\d\S*|--?[a-z][\w-]*')
ACCELERATOR = re.compile(r'[_~&](?=\w)')
SPACE = re.compile(r'\s+')
LETTERS = re.compile(r'[^\W\d_]')


def clean(text):
    text = html.unescape(text) if '&' in text else text
    text = MARKUP.sub(' ', text)
    text = ACCELERATOR.sub('', text)
    return SPACE.sub(' ', text).strip()


def says_enough(text):
    return len(text) >= 8 and len(LETTERS.findall(text)) * 3 >= len(text) * 2


def same_words(text, english):
    """Whether a 'translation' is English left as it was."""
    a, b = set(text.lower().split()), set(english.lower().split())
    return len(a & b) * 2 >= len(a)


def read_mo(path):
    with open(path, 'rb') as file:
        data = file.read()
    if len(data) < 20:
        return
    order = {b'\xde\x12\x04\x95': '<', b'\x95\x04\x12\xde': '>'}.get(data[:4])
    if order is None:
        return
    count, ids, texts = struct.unpack(order + '8x3I', data[:20])
    for i in range(count):
        size, at = struct.unpack_from(order + '2I', data, ids + 8 * i)
        source = data[at:at + size].split(b'\x04')[-1].split(b'\0')[0]
        size, at = struct.unpack_from(order + '2I', data, texts + 8 * i)
        if source:
            yield source.decode('utf-8', 'replace'), data[at:at + size].split(b'\0')[0].decode('utf-8', 'replace')


def mo_segments(path):
    for source, text in read_mo(path):
        source, text = clean(source), clean(text)
        if says_enough(source):
            yield 'en', source
        if says_enough(text) and not same_words(text, source):
            yield None, text


def xpi_segments(path):
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if not name.endswith(('.ftl', '.properties', '.dtd')):
                continue
            body = archive.read(name).decode('utf-8', 'replace')
            if name.endswith('.dtd'):
                values = re.findall(r'<!ENTITY\s+\S+\s+"([^"]*)"', body)
            else:
                values = re.findall(r'^\s*[\w.-]*\s*=\s*(\S.*)$|^\s{4,}([^\s\[\]*.}{].*)$', body, re.M)
                values = [a or b for a, b in values]
            for value in values:
                text = clean(value)
                if says_enough(text):
                    yield None, text


def json_segments(path):
    with open(path, encoding='utf-8') as file:
        try:
            messages = json.load(file)
        except ValueError:
            return
    for key, value in messages.items():
        if isinstance(value, str) and key != '@metadata':
            value = re.sub(r"\{\{[^{}]*\}\}|\[\[[^\[\]|]*\|?|\[https?:\S+|'''?|\[\$?\S*|[\]*#=]", ' ', value)
            text = clean(value)
            if says_enough(text):
                yield None, text


def man_segments(path):
    with (gzip.open if path.endswith('.gz') else open)(path, 'rb') as file:
        body = file.read().decode('utf-8', 'replace')
    for paragraph in re.split(r'\n(?=\.)|\n\n', body):
        lines = [line for line in paragraph.split('\n') if not line.startswith(('.', "'"))]
        text = re.sub(r'\\f[A-Z]|\\f\([A-Z]{2}|\\m?\[[^\]]*\]|\\\(..|\\[&%-]', '', ' '.join(lines))
        text = clean(text)
        if says_enough(text) and len(text) > 30:
            yield None, text


def page_segments(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        body = file.read()
    body = re.sub(r'<!--.*?-->|<(code|cmd|screen|key|link|info)\b.*?</\1>', ' ', body, flags=re.S)
    for text in re.findall(r'<p>(.*?)</p>', body, re.S):
        text = clean(text)
        if says_enough(text) and len(text) > 30:
            yield None, text


def dictionary_words(path):
    encoding = 'utf-8'
    with open(path, 'rb') as file:
        data = file.read()
    aff = path[:-4] + '.aff'
    if os.path.exists(aff):
        with open(aff, 'rb') as file:
            found = re.search(rb'^SET\s+(\S+)', file.read(), re.M)
        encoding = found.group(1).decode() if found else 'latin-1'
    for line in data.decode(encoding, 'replace').split('\n')[1:]:
        yield re.split(r'[/\t ]', line)[0]


def tesseract_words(path):
    with tempfile.TemporaryDirectory() as folder:
        prefix = os.path.join(folder, 'x.')
        subprocess.run(['combine_tessdata', '-u', path, prefix], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
        for kind in ('lstm-', ''):
            unichars, dawg = prefix + kind + 'unicharset', prefix + kind + 'word-dawg'
            if os.path.exists(unichars) and os.path.exists(dawg):
                words = prefix + 'words'
                subprocess.run(['dawg2wordlist', unichars, dawg, words], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, check=False)
                with open(words, encoding='utf-8', errors='replace') as file:
                    yield from (line.strip() for line in file)
                return


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
        return found.group(1), 'story' if 'wesnoth' in path else 'message', mo_segments(path)
    found = re.search(r'langpack-([\w-]+?)@(?:firefox|thunderbird)[^/]*\.xpi$', path)
    if found:
        return found.group(1), 'message', xpi_segments(path)
    found = re.search(r'/man/([^/]+)/man\d/[^/]+$', path)
    if found and not os.path.islink(path):
        return found.group(1), 'manual', man_segments(path)
    found = re.search(r'/mediawiki/(?:.*/)?i18n/(?:.*/)?([a-z][a-z-]+)\.json$', path)
    if found:
        return found.group(1), 'message', json_segments(path)
    found = re.search(r'/help/([^/]+)/[^/]+/[^/]+\.page$', path)
    if found and found.group(1) != 'C':
        return found.group(1), 'manual', page_segments(path)
    return None


def words_of(path):
    found = re.search(r'/tessdata/([a-z]{3}(?:_\w+)?)\.traineddata$', path)
    if found:
        return found.group(1), tesseract_words(path)
    found = re.search(r'/(?:hunspell|myspell/dicts)/([\w-]+)\.dic$', path)
    if found and not os.path.islink(path) and not found.group(1).startswith('hyph'):
        return found.group(1), dictionary_words(path)
    return None


def collect(root):
    segments = collections.defaultdict(dict)  # tag -> text -> kind
    words = collections.defaultdict(set)
    spelled = collections.defaultdict(set)
    for path in find_files(root):
        running, listed = segments_of(path), words_of(path)
        if running and tag_of(running[0]):
            for tag, text in running[2]:
                segments[tag or tag_of(running[0])].setdefault(text, running[1])
        if listed and tag_of(listed[0]):
            kind = words if path.endswith('.traineddata') else spelled
            kind[tag_of(listed[0])].update(w for w in listed[1] if len(w) > 1 and LETTERS.match(w))
    # Lists of one make are comparable between languages; a spell checker's stands in where there is none.
    for tag in spelled:
        if len(words[tag]) < FEWEST_WORDS:
            words[tag] |= spelled[tag]
    segments['sr'].update({serbian_in_latin(text): kind for text, kind in segments['sr'].items()})
    words['sr'] |= {serbian_in_latin(word) for word in words['sr']}
    return segments, words


def main():
    root, out = sys.argv[1:3]
    segments, words = collect(root)
    with open(out, 'w', encoding='utf-8') as file:
        for tag in sorted(set(segments) | set(words)):
            for text in sorted(segments[tag], key=rank)[:SEGMENTS]:
                file.write(f'{tag}\t{segments[tag][text]}\t{text}\n')
            shuffled = sorted(words[tag], key=rank)[:WORD_SEGMENTS * WORDS_IN_SEGMENT]
            for i in range(0, len(shuffled), WORDS_IN_SEGMENT):
                file.write(f'{tag}\twords\t' + ' '.join(shuffled[i:i + WORDS_IN_SEGMENT]) + '\n')
            print(tag, len(segments[tag]), len(words[tag]), file=sys.stderr)


if __name__ == '__main__':
    main()
