"""Texts as scripts without capitals would write them, for a model that is to judge those too: the pages to learn from are
nearly all Latin. Words keep their identity, lines, sentence ends, numbers and addresses their place; what is lost is what
such scripts do not have. The same text always gives the same."""
import re, zlib

WORD = re.compile(r'[^\W\d_]+')
TOKEN = re.compile(r'\S+')
# Addresses and accounts stay Latin in every language.
ADDRESS = re.compile(r'://|www\.|@|\w/\w')
HEBREW, DEVANAGARI = (0x5D0, 27), (0x915, 37)
KANA, HAN = (0x3042, 80), (0x4E00, 3000)
FULL_WIDTH = str.maketrans({'.': '。', ',': '、', '?': '？', '!': '！', ':': '：', '(': '（', ')': '）', '“': '「', '”': '」', '„': '「'})


def outside_addresses(change, text):
    return TOKEN.sub(lambda token: token.group() if ADDRESS.search(token.group()) else change(token.group()), text)


def letters_of(alphabet, word):
    first, count = alphabet
    return ''.join(chr(first + ord(letter) % count) for letter in word.lower())


def hebrew(text):
    return outside_addresses(lambda token: WORD.sub(lambda word: letters_of(HEBREW, word.group()), token), text)


def devanagari(text):
    changed = outside_addresses(lambda token: WORD.sub(lambda word: letters_of(DEVANAGARI, word.group()), token), text)
    return re.sub(r'(?<=[\u0915-\u0939])\.(?=\s|$)', '।', changed)


def ideographs_of(word):
    """Small words as kana, others as two signs, the second kana too when the word has no capital."""
    code = zlib.crc32(word.lower().encode())
    kana = chr(KANA[0] + code % KANA[1])
    if len(word) <= 3 and word.islower():
        return kana
    return chr(HAN[0] + code % HAN[1]) + (kana if word.islower() else chr(HAN[0] + code // HAN[1] % HAN[1]))


def ideographic(text):
    """Without spaces inside of sentences; those between words with capitals stay, as they stand between links."""
    changed, before = [], ''
    for match in re.finditer(r'(\s*)(\S+)', text):
        space, token = match.groups()
        address = ADDRESS.search(token)
        word = token if address else WORD.sub(lambda word: ideographs_of(word.group()), token)
        if not address and not re.search(r'\d', token):
            word = word.translate(FULL_WIDTH)
        links = before[:1].isupper() and token[:1].isupper() and before[-1:].isalpha()
        glued = before and not address and not ADDRESS.search(before) and '\n' not in space and not links
        changed += ['' if glued else space, word]
        before = token
    return ''.join(changed)


# Share of the texts, and what is made of them. Small letters alone stand for capitals that are used otherwise.
KINDS = ((.06, str.lower), (.03, hebrew), (.03, devanagari), (.08, ideographic))


def rewrite(draw):
    """What to make of a text, by a random number below 1: one of KINDS, or None."""
    for share, change in KINDS:
        if draw < share:
            return change
        draw -= share
    return None
