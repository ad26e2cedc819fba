"""Tables that tell author and affiliation lines from titles."""

from __future__ import annotations

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江"
    "尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴"
    "霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师"
    "和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井"
    "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧葉蘇呂盧鐘鍾譚陸範賈韋鄒閻龍陶賀顧龔邵萬錢嚴湯龐顏莊聶魯歐關蘭寧紀畢單駱藍饒時農繆簡車項連蘆麥婁竇黨費衛應閔鄔邊師榮鞏鄺談儲"
)
COMPOUND_SURNAMES = ("欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "令狐", "慕容", "公孙", "歐陽", "司馬", "諸葛", "阿")

# A name ends in none of these; titles and keywords do.
NOT_IN_NAMES = frozenset("病症炎压瘤癌痛肿癥壓腫疗療检檢术術药藥折伤傷剂劑酸素血骨的与與及和性法型例者后後研究析论論")

DEGREES = frozenset(
    "md phd msc bsc mph ms ma ba bs rn do dds dmd pharmd facs frcp frcs mbbs mbchb drph scd mba dnp mpharm frcpc face faha facc"
    " np pa dphil mrcp dm mmed frcr fracp facr aprn dsc edd psyd dpt pt ot ccrn bn bsn msn mscn crna jr sr ii iii dnb dr prof".split()
)

PARTICLES = "van von de den der del della di da du la le el al ten ter dos das bin ibn y e zu".split()

PROVINCES = (
    "北京 上海 天津 重庆 重慶 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 臺灣"
    " 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台北 臺北 高雄 台中 臺中 台南 臺南 武汉 南京 杭州 广州 西安 成都 长沙 郑州 济南 沈阳 长春 哈尔滨 石家庄 太原 合肥"
    " 福州 南昌 南宁 海口 贵阳 昆明 拉萨 兰州 西宁 银川 乌鲁木齐 呼和浩特 青岛 大连 厦门 深圳 苏州 温州 宁波 无锡 徐州 桃園 新竹 嘉義 花蓮"
).split()

# What a capitalised two-word phrase must not hold to pass as a person's name.
NOT_PERSONS = frozenset(
    """
    disease diseases syndrome syndromes disorder disorders arthritis treatment therapy management diagnosis case report review study
    studies trial trials bone marrow hip knee joint joints pain cancer tumor tumour infection infections injury fracture fractures
    surgery surgical clinical medical medicine health care hospital university department patients children adults risk factors factor
    acute chronic primary secondary systemic ankylosing rheumatoid rheumatic regional migratory transient magnetic resonance imaging
    computed tomography blood heart lung liver kidney brain skin cell cells gene genes protein proteins diabetes mellitus hypertension
    stroke failure outcome outcomes quality life prognosis epidemiology prevention screening vaccine vaccination virus viral bacterial
    drug drugs effect effects efficacy safety analysis systematic meta randomized randomised controlled cohort retrospective prospective
    original article articles research brief letter editorial guideline guidelines abstract introduction methods results conclusion
    open access full text free similar cited references supplementary materials figures tables new novel current advances update
    pulmonary coronary cardiac renal hepatic cerebral spinal vascular venous arterial thoracic abdominal pediatric paediatric neonatal
    fetal maternal pregnancy obstructive metabolic genetic immune autoimmune inflammatory infectious malignant benign type
    """.split()
)
