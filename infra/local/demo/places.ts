/** Places of the demo's records: county, its six-digit code (GB/T 2260), a point in it (degrees), what is found there. */
export const places = [
  { code: '420500', name: '湖北省宜昌市', at: [111.29, 30.69], mineral: '磷矿' },
  { code: '420200', name: '湖北省黄石市', at: [115.04, 30.2], mineral: '铜矿' },
  { code: '430100', name: '湖南省长沙市', at: [112.94, 28.23], mineral: '锰矿' },
  { code: '431000', name: '湖南省郴州市', at: [113.01, 25.77], mineral: '钨矿' },
  { code: '360700', name: '江西省赣州市', at: [114.93, 25.83], mineral: '稀土矿' },
  { code: '361100', name: '江西省上饶市', at: [117.94, 28.45], mineral: '铜矿' },
  { code: '370600', name: '山东省烟台市', at: [121.45, 37.46], mineral: '金矿' },
  { code: '410300', name: '河南省洛阳市', at: [112.45, 34.62], mineral: '钼矿' },
  { code: '130200', name: '河北省唐山市', at: [118.18, 39.63], mineral: '铁矿' },
  { code: '140200', name: '山西省大同市', at: [113.3, 40.08], mineral: '煤' },
  { code: '150200', name: '内蒙古自治区包头市', at: [109.84, 40.66], mineral: '稀土矿' },
  { code: '150600', name: '内蒙古自治区鄂尔多斯市', at: [109.78, 39.61], mineral: '煤' },
  { code: '210300', name: '辽宁省鞍山市', at: [122.99, 41.11], mineral: '铁矿' },
  { code: '220500', name: '吉林省通化市', at: [125.94, 41.73], mineral: '金矿' },
  { code: '230600', name: '黑龙江省大庆市', at: [125.1, 46.59], mineral: '石油' },
  { code: '320800', name: '江苏省淮安市', at: [119.02, 33.61], mineral: '岩盐' },
  { code: '330100', name: '浙江省杭州市', at: [120.16, 30.27], mineral: '萤石' },
  { code: '340700', name: '安徽省铜陵市', at: [117.81, 30.95], mineral: '铜矿' },
  { code: '350800', name: '福建省龙岩市', at: [117.02, 25.08], mineral: '金矿' },
  { code: '440200', name: '广东省韶关市', at: [113.6, 24.81], mineral: '铅锌矿' },
  { code: '450200', name: '广西壮族自治区柳州市', at: [109.43, 24.33], mineral: '锡矿' },
  { code: '460200', name: '海南省三亚市', at: [109.51, 18.25], mineral: '钛矿' },
  { code: '500100', name: '重庆市', at: [106.55, 29.56], mineral: '页岩气' },
  { code: '510400', name: '四川省攀枝花市', at: [101.72, 26.58], mineral: '钒钛磁铁矿' },
  { code: '520300', name: '贵州省遵义市', at: [106.93, 27.73], mineral: '铝土矿' },
  { code: '530300', name: '云南省曲靖市', at: [103.8, 25.49], mineral: '铅锌矿' },
  { code: '540100', name: '西藏自治区拉萨市', at: [91.11, 29.65], mineral: '铜矿' },
  { code: '610800', name: '陕西省榆林市', at: [109.73, 38.29], mineral: '煤' },
  { code: '620300', name: '甘肃省金昌市', at: [102.19, 38.52], mineral: '镍矿' },
  { code: '632800', name: '青海省海西州', at: [97.37, 37.37], mineral: '钾盐' },
  { code: '640100', name: '宁夏回族自治区银川市', at: [106.23, 38.49], mineral: '煤' },
  { code: '650200', name: '新疆维吾尔自治区克拉玛依市', at: [84.89, 45.58], mineral: '石油' },
  { code: '654300', name: '新疆维吾尔自治区阿勒泰地区', at: [88.14, 47.85], mineral: '铜矿' },
] as const satisfies readonly {
  code: string;
  name: string;
  at: readonly [number, number];
  mineral: string;
}[];
