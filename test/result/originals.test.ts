import { describe, expect, test } from 'vitest';
import type { LinkSpec } from '../../src/audit/pipeline-file.js';
import { FINDING_KINDS } from '../../src/findings/kinds/index.js';
import { nextOf } from '../../src/result/advice.js';
import { originalsOf, withOriginals } from '../../src/result/originals.js';

const of = (ja: string, en = 'x', via: LinkSpec['via'] = 'my_number') =>
  originalsOf({ title: { ja, en }, via });

/** Title, what ties its records to residents, and what tells whose a record is. */
const TITLES: readonly (readonly [string, LinkSpec['via'], string])[] = [
  ['マイナンバーカード', 'my_number', 'カードの交付申請書'],
  ['健康保険証', 'my_number', '資格取得の届出書'],
  ['国民健康保険', 'my_number', '資格取得の届出書'],
  ['公金受取口座', 'my_number', '口座登録の申請と口座名義（金融機関に照会）'],
  ['ひばり銀行 預金口座', 'my_number', '口座開設時の本人確認記録（金融機関に照会）'],
  ['証券口座', 'my_number', '口座開設時の本人確認記録（金融機関に照会）'],
  ['地方公務員共済年金', 'my_number', '年金の請求書・加入時の届出書'],
  ['企業年金基金', 'my_number', '年金の請求書・加入時の届出書'],
  ['身体障害者手帳', 'my_number', '手帳の交付申請書'],
  ['個人住民税', 'my_number', '申告書・届出書'],
  ['児童手当', 'my_number', '申請書・認定請求書'],
  ['民間サービス', 'auth_serial', '申込時の本人確認記録（事業者に照会）'],
  ['配車アプリ', 'sign_serial', '申込時の本人確認記録（事業者に照会）'],
  // Known by certificates, and still a bank.
  ['ひばり銀行アプリ', 'auth_serial', '口座開設時の本人確認記録（金融機関に照会）'],
  ['施設予約', 'my_number', '申請書などの原本'],
  // Known by the town's own key, which stands in no paper.
  ['児童手当', 'resident_id', '申請書・認定請求書'],
  ['施設予約', 'resident_id', '申請書などの原本'],
];

describe('what a clerk can look at', () => {
  test.each(TITLES)('%s, tied by %s', (title, via, whose) => {
    expect(of(title, 'x', via).whose.ja).toBe(whose);
  });

  test.each([
    ['My Number cards', 'the card’s application form'],
    ['Public-money accounts', 'the registration of the account and its holder’s name (ask the bank)'],
    ['Mutual-aid pensions', 'the pension claim or enrolment form'],
    ['Hibari Bank', 'the identity check at the opening (ask the bank)'],
    // No bank, and no tax.
    ['Embankments and taxis', 'the original form'],
  ])('by an English title: %s', (title, whose) => {
    expect(of('x', title).whose.en).toBe(whose);
  });

  test('what has no number is never compared by one', () => {
    for (const [title, via] of TITLES.filter(([, by]) => by !== 'my_number')) {
      expect([title, of(title, 'x', via).number]).toEqual([title, null]);
    }
  });

  test('what to do next is a line of an office’s screen in either language, of every kind and source', () => {
    for (const { id, next: told } of FINDING_KINDS) {
      // Records tied by a certificate have no number that could be wrong.
      const isOfNumber = told.ja.includes('{number}');
      for (const [title, via] of TITLES.filter(([, by]) => by === 'my_number' || !isOfNumber)) {
        const next = nextOf({ kind: id, candidates: [], evidence: [], originals: of(title, 'x', via) });
        expect([title, id, next.ja, /[{}]/.test(next.ja + next.en)]).toEqual([title, id, next.ja, false]);
        expect([next.ja, next.ja.length < 80]).toEqual([next.ja, true]);
        expect([next.en, next.en.length < 165]).toEqual([next.en, true]);
      }
    }
  });

  test('a number that nobody has is looked up where the source’s numbers are kept', () => {
    const next = (via: LinkSpec['via']) =>
      nextOf({ kind: 'unknown-number', candidates: [], evidence: [], originals: of('児童手当', 'x', via) });
    expect(next('my_number').ja).toMatch(/^申請書・認定請求書の番号と見比べます/);
    expect(next('resident_id').ja).toMatch(/^宛名台帳の番号と見比べます/);
    expect(next('resident_id').en).toMatch(/^Compare with the number on the town’s own list of persons:/);
  });

  test('a sentence calls it what ties the source', () => {
    const text = { ja: '{key}の住民', en: 'The {key}' };
    expect(withOriginals(text, of('国保'))).toEqual({ ja: '番号の住民', en: 'The number' });
    expect(withOriginals(text, of('国保', 'x', 'resident_id'))).toEqual({
      ja: '宛名番号の住民',
      en: 'The resident number',
    });
    expect(withOriginals(text)).toEqual({ ja: '番号の住民', en: 'The number' });
  });
});
