import { describe, expect, it } from 'vitest';
import { detectEncoding, encodingOfLabel } from '../../geo/io/encoding.ts';
import { gbkLetter } from '../../geo/io/gbk.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const gbk = (text: string) => Uint8Array.from([...text].flatMap((letter) => gbkLetter(letter) ?? [0x3f]));
/** Letters of Big5 that the test needs: 停車場名稱地址九龍旺角. */
const BIG5 = [0xb0, 0xb1, 0xa8, 0xae, 0xb3, 0xf5, 0xa6, 0x57, 0xba, 0xd9, 0xa6, 0x61, 0xa7, 0x7d, 0xa4, 0x45, 0xc0, 0x73, 0xa9, 0xf4, 0xa8, 0xa4];

describe('which letters the bytes are', () => {
  it.each<[string, Uint8Array[], string, number]>([
    ['nothing beyond ASCII: any will do', [utf8('P0001'), utf8('road')], 'utf-8', 1],
    ['Chinese in UTF-8', [utf8('人防工程'), utf8('停车场')], 'utf-8', 0.9],
    ['Chinese in GBK', [gbk('人防工程'), gbk('停车场')], 'gb18030', 0.9],
    ['traditional letters in GBK', [gbk('路旁泊車位'), gbk('九龍塘'), gbk('觀塘區')], 'gb18030', 0.7],
    ['a pair that could be two letters of UTF-8', [gbk('模')], 'gb18030', 0.7],
    ['Big5', [Uint8Array.from(BIG5)], 'big5', 0.7],
    ['a name of UTF-8 cut at ten bytes', [utf8('停车设施编号').subarray(0, 10)], 'utf-8', 0.8],
    ['a name of GBK cut at an odd byte', [gbk('机动车泊位数').subarray(0, 9)], 'gb18030', 0.7],
  ])('%s', (_, samples, encoding, least) => {
    const guess = detectEncoding(samples);
    expect(guess.encoding).toBe(encoding);
    expect(guess.confidence).toBeGreaterThanOrEqual(least);
  });

  it('asks where rows of two origins are mixed', () => {
    const guess = detectEncoding([utf8('人防工程'), utf8('停车场'), utf8('地下车库'), gbk('人防工程')]);
    expect(guess).toMatchObject({ encoding: 'utf-8' });
    expect(guess.confidence).toBeLessThan(0.7);
  });
  it('asks where the bytes are no text', () => {
    expect(detectEncoding([Uint8Array.of(0xff, 0xff, 0x80)]).confidence).toBeLessThan(0.7);
  });
});

it.each([['UTF-8', 'utf-8'], ['65001', 'utf-8'], ['936', 'gb18030'], ['ANSI_936', 'gb18030'], ['CP936', 'gb18030'], ['GBK', 'gb18030'], ['OEM 950', 'big5'], ['ANSI 1252', 'windows-1252'], ['ISO-8859-1', 'windows-1252'], ['nonsense', null], ['', null]])('the label %s', (label, encoding) => {
  expect(encodingOfLabel(label)).toBe(encoding);
});

it('GBK is written as it is read', () => {
  const text = '人防工程台账 停車場 ㎡ ① 〇 ￥';
  expect(new TextDecoder('gbk').decode(gbk(text))).toBe(text);
  expect(gbkLetter('𠮷')).toBeNull();
});
