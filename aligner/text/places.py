"""Names of countries, and of China's provinces and larger cities, in both languages.

Source: the English short names of ISO 3166-1 and the names of GB/T 2260, with what is usual beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from aligner.model import Lang

Kind = Literal["country", "province", "city", ""]

# A row: the name and its other forms in English, then in Chinese. A form may stand in several rows: 英国 is England as
# well. Rows without a kind hold names of which a place is a part only. What has ~ before it may mean the place.
_TABLE: dict[Kind, str] = {
    "": """
    Guinea pig|Guinea pigs|Guinea worm=荷兰猪|豚鼠; New England=新英格兰; New Mexico=新墨西哥; New Jersey=新泽西
    Latin America|Latin American|Latin Americans=拉丁美洲|拉美; South America|South American=南美
    North America|North American=北美; Central America|Central American=中美洲
    Native American|American Indian=印第安人; African American|African Americans=非裔美国人|非洲裔美国人|美国黑人
    Indian Ocean=印度洋; Sea of Japan=日本海; New South Wales=新南威尔士; British Columbia=不列颠哥伦比亚
    Gulf of Mexico=墨西哥湾; Maryland=马里兰; Japanese encephalitis=日本脑炎|流行性乙型脑炎|乙型脑炎
    Japanese schistosomiasis=日本血吸虫病; Sudan black|Sudan red=苏丹黑|苏丹红; Congo red=刚果红
    German measles=风疹; French Guiana=法属圭亚那; Western Sahara=西撒哈拉; West Indies=西印度群岛
    """,
    "country": """
    China|Chinese|PRC=中国|~我国|~国内|~本国|~中华|~华人|~华裔|~全国|~中文|~汉族; Japan|Japanese=日本
    South Korea|Korea|Korean|Koreans=韩国|南韩; North Korea|Korea|Korean|Koreans=朝鲜|北韩; Mongolia|Mongolian=蒙古
    India|Indian|Indians=印度; Pakistan|Pakistani=巴基斯坦
    Bangladesh|Bangladeshi|Bengali|Bengalis|Bengal=孟加拉国|孟加拉; Sri Lanka|Sri Lankan=斯里兰卡
    Nepal|Nepalese|Nepali=尼泊尔; Bhutan|Bhutanese=不丹; Maldives|Maldivian=马尔代夫; Afghanistan|Afghan=阿富汗
    Iran|Iranian=伊朗; Iraq|Iraqi=伊拉克; Syria|Syrian=叙利亚; Lebanon|Lebanese=黎巴嫩; Jordan|Jordanian=约旦
    Israel|Israeli=以色列; Palestine|Palestinian=巴勒斯坦; Saudi Arabia|Saudi=沙特阿拉伯|沙特; Yemen|Yemeni=也门
    Oman|Omani=阿曼; Qatar|Qatari=卡塔尔; Kuwait|Kuwaiti=科威特; Bahrain|Bahraini=巴林
    United Arab Emirates|UAE|Emirati=阿拉伯联合酋长国|阿联酋; Turkey|Türkiye|Turkish=土耳其
    Georgia|Georgian=格鲁吉亚|佐治亚|乔治亚; Armenia|Armenian=亚美尼亚; Azerbaijan|Azerbaijani=阿塞拜疆
    Kazakhstan|Kazakh=哈萨克斯坦|哈萨克; Uzbekistan|Uzbek=乌兹别克斯坦|乌兹别克
    Kyrgyzstan|Kyrgyz=吉尔吉斯斯坦|吉尔吉斯; Tajikistan|Tajik=塔吉克斯坦|塔吉克
    Turkmenistan|Turkmen=土库曼斯坦|土库曼; Thailand|Thai=泰国; Vietnam|Vietnamese=越南; Cambodia|Cambodian=柬埔寨
    Laos|Lao|Laotian=老挝; Myanmar|Burma|Burmese=缅甸; Malaysia|Malaysian=马来西亚; Singapore|Singaporean=新加坡
    Indonesia|Indonesian=印度尼西亚|印尼; Philippines|Philippine|Filipino=菲律宾; Brunei|Bruneian=文莱
    Timor-Leste|East Timor|Timorese=东帝汶; Australia|Australian|Australians=澳大利亚|澳洲
    New Zealand|New Zealander=新西兰|纽西兰; Papua New Guinea=巴布亚新几内亚|巴布亚纽几内亚; Fiji|Fijian=斐济
    Samoa|Samoan=萨摩亚; Tonga|Tongan=汤加; Vanuatu=瓦努阿图; Solomon Islands=所罗门群岛; Kiribati=基里巴斯
    Tuvalu=图瓦卢; Nauru=瑙鲁; Palau=帕劳; Marshall Islands=马绍尔群岛; Micronesia=密克罗尼西亚
    United Kingdom|UK|U.K.|Great Britain|Britain|British=英国|不列颠; England=英格兰|英国
    Scotland|Scottish|Scots|Scot=苏格兰|英国; Wales|Welsh=威尔士|英国; Northern Ireland=北爱尔兰|英国
    Ireland|Irish=爱尔兰; France|French=法国; Germany|German|Germans=德国; Italy|Italian|Italians=意大利
    Spain|Spanish=西班牙; Portugal|Portuguese=葡萄牙; Netherlands|Holland|Dutch=荷兰; Belgium|Belgian=比利时
    Luxembourg=卢森堡; Switzerland|Swiss=瑞士; Austria|Austrian=奥地利; Sweden|Swedish=瑞典; Norway|Norwegian=挪威
    Denmark|Danish=丹麦; Finland|Finnish=芬兰; Iceland|Icelandic=冰岛; Greece|Greek=希腊; Cyprus|Cypriot=塞浦路斯
    Malta|Maltese=马耳他; Poland|Polish=波兰; Czech Republic|Czechia|Czech=捷克; Slovakia|Slovak=斯洛伐克
    Slovenia|Slovenian|Slovene=斯洛文尼亚; Hungary|Hungarian=匈牙利; Romania|Romanian=罗马尼亚
    Bulgaria|Bulgarian=保加利亚; Croatia|Croatian=克罗地亚; Serbia|Serbian=塞尔维亚; Bosnia|Bosnian=波斯尼亚|波黑
    Montenegro|Montenegrin=黑山; North Macedonia|Macedonia|Macedonian=北马其顿|马其顿; Albania|Albanian=阿尔巴尼亚
    Kosovo|Kosovar=科索沃; Estonia|Estonian=爱沙尼亚; Latvia|Latvian=拉脱维亚; Lithuania|Lithuanian=立陶宛
    Belarus|Belarusian=白俄罗斯; Ukraine|Ukrainian=乌克兰; Moldova|Moldovan=摩尔多瓦
    Russia|Russian|Russians=俄罗斯|俄国; Monaco=摩纳哥; Andorra=安道尔; Liechtenstein=列支敦士登
    San Marino=圣马力诺; Egypt|Egyptian=埃及; Libya|Libyan=利比亚; Tunisia|Tunisian=突尼斯
    Algeria|Algerian=阿尔及利亚; Morocco|Moroccan=摩洛哥; South Sudan=南苏丹; Sudan|Sudanese=苏丹
    Ethiopia|Ethiopian=埃塞俄比亚; Eritrea|Eritrean=厄立特里亚; Djibouti=吉布提; Somalia|Somali=索马里
    Kenya|Kenyan=肯尼亚; Uganda|Ugandan=乌干达; Tanzania|Tanzanian=坦桑尼亚; Rwanda|Rwandan=卢旺达
    Burundi|Burundian=布隆迪
    Democratic Republic of the Congo|DRC|Congo|Congolese=刚果民主共和国|刚果（金）|刚果(金)|刚果
    Republic of the Congo|Congo|Congolese=刚果共和国|刚果（布）|刚果(布)|刚果; Central African Republic=中非共和国
    Cameroon|Cameroonian=喀麦隆; Chad|Chadian=乍得; Gabon|Gabonese=加蓬; Equatorial Guinea=赤道几内亚
    Nigeria|Nigerian=尼日利亚; Niger|Nigerien=尼日尔; Ghana|Ghanaian=加纳; Togo|Togolese=多哥; Benin|Beninese=贝宁
    Burkina Faso|Burkinabe=布基纳法索; Ivory Coast|Côte d'Ivoire|Côte d’Ivoire|Ivorian=科特迪瓦|象牙海岸
    Liberia|Liberian=利比里亚; Sierra Leone=塞拉利昂; Guinea-Bissau=几内亚比绍; Guinea|Guinean=几内亚
    Senegal|Senegalese=塞内加尔; Gambia|Gambian=冈比亚; Mali|Malian=马里; Mauritania|Mauritanian=毛里塔尼亚
    Cape Verde|Cabo Verde=佛得角; Angola|Angolan=安哥拉; Zambia|Zambian=赞比亚; Zimbabwe|Zimbabwean=津巴布韦
    Malawi|Malawian=马拉维; Mozambique|Mozambican=莫桑比克; Botswana=博茨瓦纳; Namibia|Namibian=纳米比亚
    South Africa|South African=南非; Lesotho=莱索托; Eswatini|Swaziland|Swazi=斯威士兰|埃斯瓦蒂尼
    Madagascar|Malagasy=马达加斯加; Mauritius|Mauritian=毛里求斯; Seychelles=塞舌尔; Comoros=科摩罗
    United States|US|U.S.|USA|U.S.A.|America|American|Americans=美国; Canada|Canadian|Canadians=加拿大
    Mexico|Mexican|Mexicans=墨西哥; Guatemala|Guatemalan=危地马拉; Belize=伯利兹; Honduras|Honduran=洪都拉斯
    El Salvador|Salvadoran=萨尔瓦多; Nicaragua|Nicaraguan=尼加拉瓜; Costa Rica|Costa Rican=哥斯达黎加
    Panama|Panamanian=巴拿马; Cuba|Cuban=古巴; Jamaica|Jamaican=牙买加; Haiti|Haitian=海地; Bahamas|Bahamian=巴哈马
    Dominican Republic|Dominican=多米尼加|多米尼加共和国; Dominica=多米尼克; Puerto Rico|Puerto Rican=波多黎各
    Trinidad and Tobago=特立尼达和多巴哥; Barbados=巴巴多斯; Grenada=格林纳达; Saint Lucia=圣卢西亚
    Colombia|Colombian=哥伦比亚; Venezuela|Venezuelan=委内瑞拉; Ecuador|Ecuadorian=厄瓜多尔; Peru|Peruvian=秘鲁
    Bolivia|Bolivian=玻利维亚; Brazil|Brazilian|Brazilians=巴西; Paraguay|Paraguayan=巴拉圭
    Uruguay|Uruguayan=乌拉圭; Argentina|Argentine|Argentinian=阿根廷; Chile|Chilean=智利; Guyana|Guyanese=圭亚那
    Suriname|Surinamese=苏里南
    """,
    "province": """
    Hebei=河北; Shanxi=山西; Shaanxi=陕西; Liaoning=辽宁; Jilin=吉林; Heilongjiang=黑龙江; Jiangsu=江苏
    Zhejiang=浙江; Anhui=安徽; Fujian=福建; Jiangxi=江西; Shandong=山东; Henan=河南; Hubei=湖北; Hunan=湖南
    Guangdong=广东; Hainan=海南; Sichuan=四川; Guizhou=贵州; Yunnan=云南; Gansu=甘肃; Qinghai=青海
    Taiwan|Taiwanese=台湾; Inner Mongolia=内蒙古; Guangxi=广西; Tibet|Tibetan|Xizang=西藏|~藏族; Ningxia=宁夏
    Xinjiang=新疆; Hong Kong=香港; Macao|Macau=澳门
    """,
    "city": """
    Beijing|Peking=北京; Shanghai=上海; Tianjin=天津; Chongqing=重庆; Guangzhou=广州; Shenzhen=深圳; Wuhan=武汉
    Chengdu=成都; Hangzhou=杭州; Nanjing=南京; Xi'an|Xi’an|Xian=西安; Suzhou=苏州; Changsha=长沙; Zhengzhou=郑州
    Jinan=济南; Qingdao=青岛; Dalian=大连; Shenyang=沈阳; Harbin=哈尔滨; Changchun=长春; Kunming=昆明; Guiyang=贵阳
    Nanning=南宁; Fuzhou=福州; Xiamen=厦门; Hefei=合肥; Nanchang=南昌; Taiyuan=太原; Shijiazhuang=石家庄
    Lanzhou=兰州; Xining=西宁; Yinchuan=银川; Urumqi|Ürümqi=乌鲁木齐; Lhasa=拉萨; Hohhot=呼和浩特; Haikou=海口
    Ningbo=宁波; Wuxi=无锡; Wenzhou=温州; Xuzhou=徐州; Zhuhai=珠海; Dongguan=东莞; Foshan=佛山; Luoyang=洛阳
    Tangshan=唐山; Yantai=烟台; Changzhou=常州; Nantong=南通
    """,
}
# What stands beside a Chinese name where it is none: 近日本院, 沿海地区, 构成都, 最大连续, 混合肥胖, 长春新碱.
_NO_NAME: dict[str, tuple[str, str]] = {
    "日本": ("当近每次今即昨同", "院组科次例文地期身人群"),
    "海地": ("上沿东南北临内近", "区带势"),
    "成都": ("组构形完变合达造养", ""),
    "大连": ("", "续接通"),
    "合肥": ("混", "胖厚大"),
    "长春": ("", "新碱花西瑞质地"),
    "海口": ("上", "岸"),
    "巴西": ("", "利"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A place named in a text: which it may be, by the first English name of each; `sure` where it is surely named."""

    start: int
    end: int
    kind: Kind
    places: frozenset[str]
    sure: bool = True


def named(text: str, lang: Lang) -> Iterator[Named]:
    """Yield the places that a text names.

    >>> [sorted(place.places) for place in named("Patients from Papua New Guinea and Henan", "en")]
    [['Papua New Guinea'], ['Henan']]
    >>> [text for text in ("沿海地区", "内蒙古", "长春新碱") if not [*named(text, "zh")]]
    ['沿海地区', '长春新碱']
    """
    pattern, forms = _forms(lang)
    for found in pattern.finditer(text):
        kind, places = forms[found.group()]
        if kind and not _is_part(text, found):
            yield Named(*found.span(), kind, places, f"~{found.group()}" not in forms)


def written(place: str, lang: Lang) -> str:
    """Return the usual name of a place.

    >>> written("Henan", "zh"), written("Sweden", "en")
    ('河南', 'Sweden')
    """
    return place if lang == "en" else _rows()[place]


def _is_part(text: str, found: re.Match[str]) -> bool:
    before, behind = _NO_NAME.get(found.group(), ("", ""))
    return text[: found.start()].endswith(tuple(before)) or text[found.end() :].startswith(tuple(behind))


@cache
def _rows() -> dict[str, str]:
    return {en.split("|")[0]: zh.split("|")[0] for _, en, zh in _each_row()}


def _each_row() -> Iterator[tuple[Kind, str, str]]:
    for kind, table in _TABLE.items():
        for row in re.split(r"\s*[;\n]\s*", table.strip()):
            english, _, chinese = row.partition("=")
            yield kind, english, chinese


@cache  # built when it is first asked for
def _forms(lang: Lang) -> tuple[re.Pattern[str], dict[str, tuple[Kind, frozenset[str]]]]:
    """Return what finds the names of a language, the longer first, and what each stands for."""
    forms: dict[str, tuple[Kind, frozenset[str]]] = {}
    for kind, english, chinese in _each_row():
        for form in (english if lang == "en" else chinese).split("|"):
            known = forms.get(form, (kind, frozenset()))[1]
            forms[form] = kind, known | {english.split("|")[0]}
    forms |= {form[1:]: meant for form, meant in forms.items() if form.startswith("~")}
    longest = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{longest})(?!\w)" if lang == "en" else longest), forms
