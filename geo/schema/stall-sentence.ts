/**
 * Stalls that are told in a sentence: 「不收費用的泊車位數目：巴士:3, 汽車 / 小型貨車:34」. Kinds of vehicle, a colon, a number, divided by
 * commas, behind a heading that may be missing. What a stall is counted in is cars; a sentence that names other vehicles
 * only says that there is no stall for a car. Stalls for disabled drivers are held for them, so they are not counted.
 */
const VEHICLES: readonly { words: readonly string[]; isCar: boolean }[] = [
  { words: ['汽车', '私家车', '小汽车', '小型车', '小客车', '轿车', 'cars', 'car', 'private car'], isCar: true },
  { words: ['电单车', '摩托车', 'motorcycle'], isCar: false },
  { words: ['货车', '大型车', 'lorry', 'truck', 'goods vehicle'], isCar: false },
  { words: ['巴士', '客车', '旅游车', 'bus', 'coach'], isCar: false },
  { words: ['残疾人士', '残疾人', '无障碍', 'disabled'], isCar: false },
];
/** The few letters in which the two ways of writing Chinese differ here. */
const SIMPLIFIED: Readonly<Record<string, string>> = { 車: '车', 電: '电', 單: '单', 貨: '货', 殘: '残', 無: '无', 礙: '碍', 轎: '轿', 遊: '游' };

/** Null where the text is no such sentence, or names a vehicle that is not in the table. */
export function stallsInSentence(text: string): number | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[車電單貨殘無礙轎遊]/g, (letter) => SIMPLIFIED[letter]);
  // A heading ends in a colon that no number follows.
  const parts = plain.replace(/^[^:,;、]*:(?=[^:,;、]+:)/, '').replace(/[,;、]\s*$/, '').split(/[,;、]/).map((part) => /^\s*([^:]+?)\s*:\s*(\d+)\s*$/.exec(part));
  let stalls = 0;
  for (const part of parts) {
    const vehicle = part && VEHICLES.find(({ words }) => words.some((word) => part[1].startsWith(word)));
    if (!vehicle) return null;
    if (vehicle.isCar) stalls += Number(part[2]);
  }
  return stalls;
}
