"""English abbreviations that end in a full stop, by what the full stop can mean. All in lower case."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Something always follows in the same sentence: titles, connectives.
NEVER_END = _words(
    """
    dr drs prof mr mrs ms mx messrs rev hon gen col capt lt sgt maj brig adm sen gov st mt ft
    vs v.s e.g eg i.e ie cf ca viz approx resp incl excl esp espec
    subsp ssp var cv subgen sect nov aff
    """
)

# A number, a bracket or a name follows: `Fig. 2`, `No. 5`, `pp. 3-9`, `ver. 2`. Else the full stop ends.
BEFORE_NUMBER = _words(
    """
    fig figs tab tabs eq eqs eqn eqns ref refs no nos nr vol vols p pp pg chap ch sec art para suppl app appx
    ver v version ed eds max min ex exp obs pt pts op lib jan feb mar apr jun jul aug sep sept oct nov dec
    n cat lot ser n.b
    """
)

# May close a sentence: then a capital letter follows that is no name. Units of time, firms, degrees, Latin.
MAY_END = _words(
    """
    al etc inc ltd co corp llc gmbh plc bros jr sr esq sp spp
    a.m p.m i.v i.m s.c p.o i.p i.d i.a i.n i.c.v s.l p.r b.i.d t.i.d q.i.d q.d b.d t.d.s o.d p.r.n q.h q.o.d
    iv im sc n.s s.d s.e s.e.m c.i a.c p.c b.p w.r.t w.w v.v ibid op.cit
    sec hr hrs min mins wk wks mo mos yr yrs
    ph.d m.d b.sc m.sc b.s m.s b.a m.a r.n d.o d.d.s m.p.h d.phil dr.med f.r.c.p m.b
    u.s u.s.a u.k u.n e.u d.c a.d b.c b.c.e c.e n.y l.a
    univ dept depts hosp assoc dep div inst natl int intl acad med surg res lab labs
    equiv subcut intraperit intramusc conc concn soln diam wt temp corresp accord
    """
)

# Of these, the ones that a name may follow as well: they end only before a word that opens sentences.
BEFORE_NAME = _words(
    "u.s u.s.a u.k u.n e.u d.c n.y l.a inc ltd co corp univ dept hosp assoc dep div inst natl int intl acad med"
    " surg res"
    " jr sr ph.d m.d b.sc m.sc b.s m.s b.a m.a r.n sp spp equiv conc"
)

# Words after which a single capital letter is a class, not an initial: `group A. Patients`, `vitamin D. The`.
CLASSES = _words(
    """
    group groups arm arms class classes grade grades type types stage stages phase phases cohort hepatitis influenza
    vitamin vitamins factor factors protein panel part parts level category child child-pugh clade lineage strain
    subtype subtypes score region site ward virus variant gene form model case patient plan method option and or
    coenzyme immunoglobulin ig haemophilia hemophilia allele genotype point zone schedule scheme regimen set sample
    """
)

# Words that open sentences, and hardly ever names: what follows `U.S. ` or `Smith J. ` decides by them.
OPENERS = _words(
    """
    the this that these those there their they them then thus therefore thereafter to two three ten
    we our us in on of for from at as after all although among an and another any are also additionally a
    it its if is into increased i he she his her however here hence how had
    both but by because before between besides based both baseline
    no not none nine neither nevertheless now nonetheless
    one other others overall over only our
    patients participants people subjects women men children results
    methods data conclusion conclusions objective background
    since six seven several some such studies similarly subsequently secondary second
    using under until up upon use
    when whereas while which who with within without what why where was were
    each early eight either even every eleven evidence
    four five first further furthermore finally findings following fifty forty
    many most more moreover mean median multivariate meanwhile mortality
    despite due during
    can could compared consequently clinical currently cases
    treatment total twelve twenty thirty thirteen third time
    analysis analyses adverse according approximately
    significant significantly
    """
)

# Endings of file names, which a missing space after a full stop must not be taken for.
FILE_ENDINGS = _words(
    "txt csv tsv pdf doc docx xls xlsx ppt pptx xml html htm json jpg jpeg png gif tif tiff zip gz exe py js sav"
    " dta sas r"
    " com org net edu gov cn uk io mp3 mp4 fasta fastq bam vcf bed sam dcm nii"
)
