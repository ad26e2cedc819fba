"""English words that are written with a capital wherever they stand: months, days, peoples, languages, places.

Words that are common nouns or verbs as well (may, march, polish, turkey, china shop) are left out, or count only
beside a figure. Adjectives of names that are often written small in medicine (arabic numerals, roman numerals,
caesarean, petri dish, gaussian) are left out.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROPER = _words(
    """
    january february april june july september october november december
    monday tuesday wednesday thursday friday saturday sunday
    africa african africans asia asian asians europe european europeans america american americans antarctica
    australia australian australians oceania
    afghanistan albania albanian algeria algerian angola argentina argentine argentinian armenia armenian austria
    austrian azerbaijan bahrain bangladesh bangladeshi belarus belgium belgian belize benin bhutan bolivia bolivian
    botswana brazil brazilian brazilians britain british bulgaria bulgarian burundi cambodia cambodian cameroon
    canada canadian canadians chile chilean china chinese colombia colombian congo croatia croatian cuba cuban cyprus
    czech denmark danish dominican ecuador egypt egyptian egyptians england english eritrea estonia estonian ethiopia
    ethiopian finland finnish france french gabon gambia germany german germans ghana ghanaian greece greek greeks
    guatemala haiti haitian honduras hungary hungarian iceland icelandic india indian indians indonesia indonesian
    iran iranian iraq iraqi ireland irish israel israeli italy italian italians jamaica jamaican japan japanese
    jordanian kazakhstan kenya kenyan korea korean koreans kuwait kuwaiti laos latvia latvian lebanon lebanese
    lesotho liberia libya libyan lithuania lithuanian luxembourg madagascar malawi malaysia malaysian maldives malta
    mauritius mexico mexican mexicans moldova mongolia mongolian montenegro morocco moroccan mozambique myanmar
    namibia nepal nepalese nepali netherlands nicaragua nigeria nigerian norway norwegian pakistan pakistani panama
    paraguay peru peruvian philippines philippine filipino poland portugal portuguese qatar qatari romania romanian
    russia russian russians rwanda rwandan samoa scotland scottish senegal serbia serbian singapore singaporean
    slovakia slovak slovenia slovenian somalia somali spain spanish sudan sudanese sweden swedish switzerland syria
    syrian taiwan taiwanese tajikistan tanzania tanzanian thailand thai tibet tibetan togo tunisia tunisian turkish
    turkmenistan uganda ugandan ukraine ukrainian uruguay uzbekistan vatican venezuela vietnam vietnamese wales welsh
    yemen yemeni zambia zambian zimbabwe
    caucasian caucasians hispanic hispanics latino latina arab arabs jewish muslim muslims christian buddhist hindu
    islam islamic hebrew hindi urdu mandarin cantonese swahili uyghur hakka
    beijing shanghai guangzhou shenzhen wuhan chengdu chongqing tianjin nanjing hangzhou xinjiang guangdong sichuan
    zhejiang jiangsu shandong henan hubei hunan fujian anhui yunnan guizhou guangxi gansu qinghai liaoning
    heilongjiang jilin shaanxi shanxi hebei jiangxi hainan jinan xiangya macau manchuria
    london paris berlin tokyo moscow california texas florida mediterranean
    """
)

# Capital only as the name of a month: beside a day or a year.
MONTHS = re.compile(r"(?<![\w-])(?:may|march|august)(?=\s(?:\d{1,2},?\s)?(?:19|20)\d\d\b)")
# Written small by custom although the word is a name otherwise.
CUSTOMARY = re.compile(
    r"(?<![\w-])(?:french (?:fries|gauge|press)|english muffins?|india(?:n)? ink|german measles chart|indian summer"
    r"|american football|brazil nuts?|bohemian)(?![\w-])"
)
