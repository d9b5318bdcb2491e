import { CLASS_RANK } from './city.ts';
import type { StreetClass, StreetMap, Street } from './cells.ts';
import { dot, minus, unit, type XY } from './plane.ts';
import { randomOf, type Random } from './random.ts';

/** Invented names from ordinary words; none is taken from a list of real places. */
const STREET_WORDS = ['春晓', '朝阳', '建设', '和平', '团结', '光明', '文昌', '迎宾', '兴业', '长乐', '安康', '福宁', '永昌', '育才', '文华', '青云', '望江', '听涛', '观澜', '海霞', '金沙', '银帆', '碧波', '临湾', '锦绣', '丹桂', '木棉', '凤凰', '榕荫', '翠竹',
  '梅林', '荷塘', '桃园', '杏花', '石榴', '芙蓉', '白鹭', '云雀', '鸿雁', '金鱼', '南薰', '北辰', '东曦', '西园', '学士', '崇文', '尚武', '敬业', '乐群', '惠民', '康宁', '祥和', '新民', '复兴', '振华', '兴华', '中兴', '前进', '奋进', '跃进', '红旗', '五星',
  '渔港', '船厂', '盐仓', '竹器', '打铁', '米市', '鱼市', '水门', '钟楼', '鼓楼', '书院', '状元', '孝义', '仁爱', '礼让', '信义', '清泉', '甘露', '晴川', '远帆', '港湾', '集贤', '科苑', '创业', '启航', '星海', '月湾', '云溪', '松涛', '山语', '岭南', '溪畔'];
const STREET_TAILS: Readonly<Record<StreetClass, readonly string[]>> = { expressway: ['快速路'], arterial: ['大道', '路'], secondary: ['路'], branch: ['路', '街'], lane: ['巷', '里', '弄'] };
const HOME_WORDS = ['海棠', '丁香', '玉兰', '茉莉', '紫薇', '月桂', '金桂', '银杏', '雅苑', '康乐', '翠湖', '碧海', '蓝湾', '锦程', '和顺', '怡景', '景秀', '阳光', '世纪', '滨江', '望海', '听海', '云山', '山水', '湖畔', '枫林', '竹韵', '兰亭', '梧桐', '香樟', '木棉', '榕华', '嘉禾', '瑞丰', '福临', '吉祥', '如意', '万象', '锦绣', '华庭'];
const HOME_TAILS = { old: ['里', '坊', '巷小区', '楼'], village: ['围', '坊', '新村'], estate80: ['新村', '小区', '苑', '花园', '住宅区'], estate00: ['花园', '苑', '居', '家园', '名苑'], new: ['府', '公馆', '花园', '湾', '城', '庭'] } as const;
const WORK_WORDS = ['建设', '红旗', '纺织', '机床', '罐头', '渔业', '化肥', '船厂', '港务', '盐业', '邮电', '粮食', '供销', '百货', '教工', '电厂', '玻璃', '造纸'];
const TRADE_WORDS = ['恒泰', '鼎新', '汇丰隆', '金源', '华晟', '联创', '天合', '宏达', '瑞安', '信成', '海岳', '广运', '东方帆', '同兴', '裕民', '大成', '万和', '正阳'];

/** Names for all streets. Pieces that run on from one another over a junction share one. */
export function nameStreets(map: StreetMap, seed: number): string[] {
  const random = randomOf(seed, 'street names');
  const root = joinPieces(map);
  const fresh = unusedNames(random);
  const names = new Map<number, string>();
  const given = new Set<string>();
  for (const street of map.streets) if (street.name) names.set(street.id, street.name);
  const order = [...map.streets].sort((a, b) => CLASS_RANK[b.roadClass] - CLASS_RANK[a.roadClass] || a.id - b.id);
  for (const street of order) {
    const first = root(street.id);
    if (!names.has(first)) names.set(first, fresh(street.roadClass, given));
    if (!names.has(street.id)) names.set(street.id, names.get(first)!);
  }
  return map.streets.map((street) => names.get(street.id)!);
}

function unusedNames(random: Random): (roadClass: StreetClass, given: Set<string>) => string {
  const words = random.shuffle(STREET_WORDS);
  const marks = ['', '东', '西', '南', '北', '中', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const next: Partial<Record<StreetClass, number>> = {};
  return (roadClass, given) => {
    for (;;) {
      const n = next[roadClass] = (next[roadClass] ?? -1) + 1;
      const tails = STREET_TAILS[roadClass], round = Math.floor(n / words.length);
      const tail = tails[n % tails.length];
      const number = round < marks.length ? marks[round] : String(round + 1);
      const name = /[东西南北中]/.test(number) ? `${words[n % words.length]}${number}${tail}` : `${words[n % words.length]}${number}${tail}`;
      if (!given.has(name)) { given.add(name); return name; }
    }
  };
}

function joinPieces(map: StreetMap): (id: number) => number {
  const parent = map.streets.map((street) => street.id);
  const root = (id: number): number => (parent[id] === id ? id : (parent[id] = root(parent[id])));
  const ends = new Map<XY, { street: Street; out: XY }[]>();
  for (const street of map.streets) {
    const n = street.points.length;
    const add = (place: XY, from: XY) => ends.set(place, [...(ends.get(place) ?? []), { street, out: unit(minus(from, place)) }]);
    add(street.points[0], street.points[1]);
    add(street.points[n - 1], street.points[n - 2]);
  }
  for (const meeting of ends.values()) for (let i = 0; i < meeting.length; i++) for (let j = i + 1; j < meeting.length; j++) {
    const [a, b] = [meeting[i], meeting[j]];
    if (dot(a.out, b.out) < -0.9 && a.street.roadClass === b.street.roadClass && !a.street.name && !b.street.name) parent[root(b.street.id)] = root(a.street.id);
  }
  return root;
}

/** Gives each residential parcel, shop, office … a name of its own. */
export class Namer {
  private readonly used = new Map<string, number>();
  constructor(private readonly random: Random) {}

  home(kind: 'old' | 'village' | 'estate80' | 'estate00' | 'new', district: string, street: string): string {
    const { random } = this;
    const word = kind === 'village' ? district.replace(/村$/, '') : kind === 'old' ? street.replace(/[路街巷里弄]$|大道$/, '') : kind === 'estate80' && random.chance(0.45) ? random.pick(WORK_WORDS) : random.pick(HOME_WORDS);
    return this.once(`${word}${random.pick(HOME_TAILS[kind])}`, kind === 'estate80' || kind === 'village' ? '区' : '期');
  }
  trade(tail: string): string {
    return this.once(`${this.random.pick(TRADE_WORDS)}${tail}`, '座');
  }
  placed(word: string): string {
    return this.once(word, '号');
  }

  private once(name: string, mark: string): string {
    const n = (this.used.get(name) ?? 0) + 1;
    this.used.set(name, n);
    const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    if (n === 1) return name;
    return mark === '号' ? `${name}${n}号` : `${name}${digits[n - 1] ?? n}${mark}`;
  }
}
