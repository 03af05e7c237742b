/** The country's commonest, and the south's. */
export const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧韦覃莫陶严蒙甘凌岑兰温伍冼骆詹柯翁符庞阮付卓邝揭'
export const doubleSurnames = '司徒|欧阳|上官|诸葛|司马|皇甫'
/** Everyday words as well: surnames only before what is no post, for 农会计 and 向书记 are none. */
export const wordsToo = '向农关洪麦蓝庄丘古宁容玉游施劳区招植申'
