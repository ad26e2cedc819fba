"""Tables that tell lines of authors and affiliations from titles."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季"
    "裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦"
    "戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻"
    "苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练"
    "廉禹井張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧葉蘇呂盧鐘鍾譚陸範賈韋鄒閻龍賀顧龔萬錢嚴湯龐顏莊聶魯歐關蘭寧紀畢"
    "單駱藍饒時農繆簡車項連蘆麥婁竇黨費衛應閔鄔邊師榮鞏鄺談儲上诸徒东皇甫尉令狐慕容公陽諸阿"
)
COMPOUND_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "司徒",
    "东方",
    "皇甫",
    "尉迟",
    "令狐",
    "慕容",
    "公孙",
    "歐陽",
    "司馬",
    "諸葛",
    "阿",
)

# A Chinese name ends in none of these; titles and keywords do.
NOT_IN_NAMES = frozenset("病症炎压瘤癌痛肿癥壓腫疗療检檢术術药藥折伤傷剂劑酸素血骨的与與及和性法型例者后後研究析论論")
ILLNESS = frozenset("病症炎压癌瘤壓癥")

DEGREES = frozenset(
    _words(
        """
    aprn ba bn bs bsc bsn ccrn crna dds dm dmd dnb dnp do dphil dpt dr drph dsc edd facc face facr facs
    faha fracp frcp frcpc frcr frcs ii iii jr ma mba mbbs mbchb md mmed mph mpharm mrcp ms msc mscn msn np
    ot pa pharmd phd prof psyd pt rn scd sr
        """
    )
)

PARTICLES = _words("van von de den der del della di da du la le el al ten ter dos das bin ibn y e zu")

PLACES = _words(
    """
    北京 上海 天津 重庆 重慶 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东
    海南 四川 贵州 云南 陕西 甘肃 青海 台湾 臺灣 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台北 臺北 高雄 台中
    臺中 台南 臺南 武汉 南京 杭州 广州 西安 成都 长沙 郑州 济南 沈阳 长春 哈尔滨 石家庄 太原 合肥 福州 南昌
    南宁 海口 贵阳 昆明 拉萨 兰州 西宁 银川 乌鲁木齐 呼和浩特 青岛 大连 厦门 深圳 苏州 温州 宁波 无锡 徐州
    桃園 新竹 嘉義 花蓮
    """
)

# What a capitalised phrase must not hold to pass as the name of a person.
NOT_PERSONS = frozenset(
    _words(
        """
    abdominal abstract access acute adults advances analysis ankylosing arterial arthritis article articles
    autoimmune bacterial benign blood bone brain brief cancer cardiac care case cell cells cerebral
    children chronic cited clinical cohort computed conclusion controlled coronary current department
    diabetes diagnosis disease diseases disorder disorders drug drugs editorial effect effects efficacy
    epidemiology factor factors failure fetal figures fracture fractures free full gene genes genetic
    guideline guidelines health heart hepatic hip hospital hypertension imaging immune infection infections
    infectious inflammatory injury introduction joint joints kidney knee letter life liver lung magnetic
    malignant management marrow materials maternal medical medicine mellitus meta metabolic methods
    migratory neonatal new novel obstructive open original outcome outcomes paediatric pain patients
    pediatric pregnancy prevention primary prognosis prospective protein proteins pulmonary quality
    randomised randomized references regional renal report research resonance results retrospective review
    rheumatic rheumatoid risk safety screening secondary similar skin spinal stroke studies study
    supplementary surgery surgical syndrome syndromes systematic systemic tables text therapy thoracic
    tomography transient treatment trial trials tumor tumour type university update vaccination vaccine
    vascular venous viral virus
        """
    )
)
