"""Species that medicine names, by genus: the second word is written small, the first with a capital."""

from __future__ import annotations

_TABLE = """
acinetobacter baumannii
actinomyces israelii
aedes aegypti albopictus
ascaris lumbricoides
aspergillus fumigatus flavus niger
bacillus anthracis cereus subtilis
bacteroides fragilis
bartonella henselae quintana
bordetella pertussis
borrelia burgdorferi
brucella melitensis abortus
caenorhabditis elegans
campylobacter jejuni
candida albicans glabrata tropicalis auris parapsilosis
chlamydia trachomatis pneumoniae
chlamydophila pneumoniae psittaci
clostridium difficile botulinum tetani perfringens
clostridioides difficile
clonorchis sinensis
coccidioides immitis
corynebacterium diphtheriae
coxiella burnetii
cryptococcus neoformans gattii
cryptosporidium parvum
cutibacterium acnes
danio rerio
drosophila melanogaster
echinococcus granulosus multilocularis
entamoeba histolytica
enterobacter cloacae aerogenes
enterococcus faecalis faecium
escherichia coli
francisella tularensis
fusobacterium nucleatum
gardnerella vaginalis
giardia lamblia
haemophilus influenzae ducreyi
helicobacter pylori
histoplasma capsulatum
klebsiella pneumoniae oxytoca
lactobacillus acidophilus
legionella pneumophila
leishmania donovani major
listeria monocytogenes
macaca mulatta fascicularis
moraxella catarrhalis
mus musculus
mycobacterium tuberculosis leprae avium bovis abscessus kansasii
mycoplasma pneumoniae genitalium hominis
neisseria gonorrhoeae meningitidis
nocardia asteroides
orientia tsutsugamushi
plasmodium falciparum vivax malariae ovale knowlesi
pneumocystis jirovecii
porphyromonas gingivalis
proteus mirabilis vulgaris
pseudomonas aeruginosa
rattus norvegicus
rickettsia rickettsii prowazekii
saccharomyces cerevisiae
salmonella typhi typhimurium enterica enteritidis
schistosoma japonicum mansoni haematobium
serratia marcescens
shigella dysenteriae flexneri sonnei
staphylococcus aureus epidermidis haemolyticus hominis
stenotrophomonas maltophilia
streptococcus pneumoniae pyogenes agalactiae mutans viridans
strongyloides stercoralis
taenia solium saginata
talaromyces marneffei
toxoplasma gondii
treponema pallidum
trichinella spiralis
trichomonas vaginalis
trypanosoma cruzi brucei
ureaplasma urealyticum
vibrio cholerae vulnificus parahaemolyticus
wuchereria bancrofti
xenopus laevis
yersinia pestis enterocolitica
ginkgo biloba
panax ginseng notoginseng
salvia miltiorrhiza
angelica sinensis
artemisia annua
"""

SPECIES = {genus: frozenset(names) for genus, *names in (line.split() for line in _TABLE.strip().splitlines())}
EPITHETS = frozenset(name for names in SPECIES.values() for name in names) - {"major", "hominis", "avium", "vulgaris"}
