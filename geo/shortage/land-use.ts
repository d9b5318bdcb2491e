/**
 * Which rate a land use takes for cars that arrive by day. Codes are those of GB 50137-2011 (letters) and of the 2023
 * classification (digits); the longest prefix decides. Words are what OpenStreetMap and hand-made tables have.
 */
const CLASSES: readonly { rate: string; codes: readonly string[]; words: readonly string[] }[] = [
  { rate: 'dayRateResidential', codes: ['R', '07'], words: ['residential', 'apartments', 'house', '居住', '住宅', '二类居住'] },
  { rate: 'dayRateOffice', codes: ['A1', 'B2', '0801', '0802', '0902'], words: ['office', 'government', '办公', '行政', '商务'] },
  { rate: 'dayRateRetail', codes: ['B', 'B1', '09', '0901'], words: ['retail', 'commercial', 'hotel', '商业', '商服', '酒店'] },
  { rate: 'dayRateHospital', codes: ['A5', '0806'], words: ['hospital', 'clinic', '医院', '医疗'] },
  { rate: 'dayRateSchool', codes: ['A3', '0804'], words: ['school', 'university', 'kindergarten', '学校', '教育'] },
  { rate: 'dayRateCulture', codes: ['A', 'A2', 'A4', 'B3', '08', '0803', '0805', '0903'], words: ['civic', 'public', 'church', 'museum', '文化', '体育', '娱乐', '公共管理'] },
  { rate: 'dayRateIndustry', codes: ['M', 'W', '10', '11'], words: ['industrial', 'warehouse', '工业', '仓储', '物流'] },
  { rate: 'dayRateOther', codes: ['S', 'U', 'G', 'H', 'E', '12', '13', '14', '15', '16', '17'], words: ['other', '绿地', '道路', '公用设施'] },
];

const BY_CODE = new Map(CLASSES.flatMap(({ rate, codes }) => codes.map((code) => [code, rate] as const)));
const BY_WORD = new Map(CLASSES.flatMap(({ rate, words }) => words.map((word) => [word, rate] as const)));

/** Key of the rate parameter for a land-use code or word; null where the table does not know it. */
export function dayRateKey(landUse: string): string | null {
  const text = landUse.trim();
  const word = BY_WORD.get(text.toLowerCase());
  if (word) return word;
  // `R2`, `A33`, `090101`, and codes with their name behind them: `R2 二类居住用地`.
  const code = /^(?:[A-Z]\d{0,3}|\d{2,6})(?![A-Za-z])/.exec(text.toUpperCase())?.[0] ?? '';
  for (let length = code.length; length > 0; length--) {
    const rate = BY_CODE.get(code.slice(0, length));
    if (rate) return rate;
  }
  return null;
}
