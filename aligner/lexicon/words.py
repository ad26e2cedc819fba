"""English word forms: which carry no content, which are irregular, which name a number."""

from __future__ import annotations

from aligner.text.variants import american_spelling, unaccented

_STOP_WORDS = """
a an the of to and or in on at by for with from as that this these those it its is am are was were be been
being he she they we i you him her them us me his their our your my mine yours hers theirs ours not no nor so
but if than then there here which who whom whose what when where how why do does did done doing have has had
having will would shall should can could may might must into onto upon up down out off over under again also
very just only own same such too s t d ll re ve m o y don all any each some both more most other one ones about
between through during before after above below because until while oneself himself herself itself themselves
myself yourself sb sth unto thou thee thy ye hath doth shalt
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

# Base form first. Only forms that no ending rule leads back.
_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne born; beat beaten; become became; begin began begun;
bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; come came; creep crept;
deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden;
forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone;
grind ground; grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt;
know knew known; lay laid; lead led; lean leant; learn learnt; leave left; lend lent; lie lay lain; light lit;
lose lost; make made; mean meant; meet met; pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran;
say said; see saw seen; seek sought; sell sold; send sent; sew sewn; shake shook shaken; shine shone;
shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid;
speak spoke spoken; spend spent; spin spun; spring sprang sprung; stand stood; steal stole stolen; stick stuck;
strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swell swollen; swim swam swum;
swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
undergo underwent undergone; understand understood; undertake undertook undertaken; wake woke woken;
wear wore worn; weave wove woven; weep wept; win won; wind wound; withdraw withdrew withdrawn; write wrote written;
good better best; bad worse worst; man men; woman women; child children; foot feet; tooth teeth; mouse mice;
person people; wife wives; life lives; knife knives; leaf leaves; half halves; calf calves; shelf shelves;
datum data; criterion criteria; phenomenon phenomena; bacterium bacteria; vertebra vertebrae; index indices;
matrix matrices; appendix appendices; diagnosis diagnoses; analysis analyses; hypothesis hypotheses;
metastasis metastases; basis bases; crisis crises; axis axes; femur femora; genus genera; corpus corpora
"""

IRREGULAR: dict[str, str] = {
    form: forms[0] for line in _IRREGULAR.split(";") if (forms := line.split()) for form in forms[1:]
}

_UNITS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """
third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
seventeenth eighteenth nineteenth twentieth
"""
_MONTHS = "january february march april may june july august september october november december"
_GREEK = """
alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega
"""
SMALL = {word: value for value, word in enumerate(_UNITS.split())}
SMALL |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 3)} | {"thirtieth": 30}
MULTIPLIERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
MONTHS = {month: number for number, month in enumerate(_MONTHS.split(), 1)}
GREEK = dict(zip("αβγδεζηθκλμνξπρστφχψω", _GREEK.split(), strict=True))
# Endings that a form unknown to the table may shed, longest first, and what takes their place.
_ENDINGS = (("ing", ""), ("ing", "e"), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""))

# Latin and Greek plurals of medicine.
_PLURALS = (("itides", "itis"), ("omata", "oma"), ("ebrae", "ebra"), ("ursae", "ursa"), ("ices", "ix"), ("bi", "bus"))


def american(form: str) -> str:
    """Return a word form in lower case in the one spelling that is compared.

    >>> american("tumours"), american("oedema"), american("randomised"), american("thrombi")
    ('tumors', 'edema', 'randomized', 'thrombus')
    """
    form = unaccented(form)
    if len(form) > 4:
        for plural, singular in _PLURALS:
            if form.endswith(plural) and len(form) > len(plural) + 3:
                form = form[: -len(plural)] + singular
    return american_spelling(form)


def plainer(form: str) -> list[str]:
    """Return the forms that this one may be an inflection of, likeliest first.

    >>> plainer("swellings")
    ['swelling', 'swell', 'swel', 'swelle']
    >>> plainer("stopped")
    ['stopp', 'stop', 'stoppe']
    """
    if form.endswith("ings"):
        return [form[:-1], *plainer(form[:-1])]
    found = []
    for ending, instead in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            base = form[: -len(ending)] + instead
            found.append(base)
            if len(base) > 3 and base[-1] == base[-2] and not instead and ending != "s":
                found.append(base[:-1])
    return found
