"""Readers of the files that collect.py learns from: each yields running text or words, cleaned of markup.

Readers of running text yield (tag, segment); the tag is None for the language that the file's name says.
"""
import gzip
import html
import json
import os
import re
import struct
import subprocess
import tempfile
import zipfile

WORDS_IN_SEGMENT = 9

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
            # Plural forms one after another.
            for text in data[at:at + size].split(b'\0'):
                yield source.decode('utf-8', 'replace'), text.decode('utf-8', 'replace')


def mo_segments(path):
    for source, text in read_mo(path):
        source, text = clean(source), clean(text)
        if says_enough(source):
            yield 'en', source
        if says_enough(text) and not same_words(text, source):
            yield None, text


PO_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d\])? )?"(.*)"$')


def read_po(path):
    """(source, translation) of the messages that a translator stands by; of plural forms the last."""
    message, field = {}, None
    with open(path, encoding='utf-8') as file:
        for line in [*map(str.strip, file), '']:
            found = PO_LINE.match(line)
            if found:
                field = found.group(1) or field
                text = '' if found.group(1) else message[field]
                message[field] = text + re.sub(r'\\(.)', lambda c: ' ' if c.group(1) in 'nt' else c.group(1),
                                               found.group(2))
            elif line.startswith('#,') and 'fuzzy' in line:
                message['fuzzy'] = line
            elif not line:
                if message.get('msgid') and 'fuzzy' not in message:
                    yield message['msgid'], message.get('msgstr', '')
                message = {}


def po_segments(path):
    for source, text in read_po(path):
        source, text = clean(source), clean(text)
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


NAMES = re.compile(r'<(?:language|script|territory|subdivision|month|day|quarter|era|dayPeriod|displayName|relative|'
                   r'exemplarCity|annotation|unitPattern|pattern|rbnfrule)\b[^>]*>([^<]*)</')
NOT_NAMES = re.compile(r'\{\d\}|[=→←↑][^=→←]*[=→←↑]|\d|[^\w\s\'’-]')


def cldr_segments(path):
    """Names in the order of the file, joined to segments as long as others."""
    with open(path, encoding='utf-8') as file:
        body = file.read()
    words = []
    for name in NAMES.findall(body):
        words += [word for word in NOT_NAMES.sub(' ', html.unescape(name)).split() if len(word) > 2]
        if len(words) >= WORDS_IN_SEGMENT:
            yield None, ' '.join(words)
            words = []


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
