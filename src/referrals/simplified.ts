/** Surnames, titles, counters and words of speaking, each traditional character before the simplified one. */
const pairs =
  '張张劉刘陳陈楊杨趙赵黃黄吳吴孫孙馬马羅罗鄭郑謝谢韓韩馮冯蕭萧鄧邓許许呂吕蘇苏盧卢蔣蒋賈贾葉叶閻阎鍾钟譚谭鄒邹陸陆顧顾龍龙萬万錢钱湯汤喬乔賀贺賴赖龔龚歐欧韋韦嚴严藍蓝關关農农閆闫蘭兰麥麦龐庞駱骆溫温莊庄書书記记長长鎮镇鄉乡會会計计納纳隊队組组師师醫医經经爺爷媽妈嬸婶學学兩两滬沪雲云遼辽魯鲁贛赣晉晋陝陕閩闽貴贵粵粤寧宁瓊琼號号寶宝為为樓楼鋪铺棟栋單单門门戶户裏里裡里點点時时眾众職职員员親亲當当說说講讲稱称還还訴诉檢检舉举發发來来訪访電电據据實实問问題题況况聲声'
const known = new Map(
  Array.from({ length: pairs.length / 2 }, (_, n) => [pairs.charAt(2 * n), pairs.charAt(2 * n + 1)]),
)

/** A character as the rules of the redaction check have it. */
export const asRulesHaveIt = (character: string): string => known.get(character) ?? character
