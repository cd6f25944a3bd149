import { describe, expect, test } from 'vitest';
import type { CandidateView, Case, RelatedCase } from '../../src/audit/case.js';
import { adviceOf } from '../../src/result/advice.js';
import { howRelated, type ToldBeside } from '../../src/result/how-related.js';
import { originalsOf } from '../../src/result/originals.js';

const insurance = originalsOf({ title: { ja: '健康保険証', en: 'Health insurance' }, via: 'my_number' });
const byKey = originalsOf({ title: { ja: '健康保険証', en: 'Health insurance' }, via: 'resident_id' });
const record = (part: Partial<ToldBeside>): ToldBeside => ({
  ...{ kind: 'unknown-number', cause: null, incident: 'F-1', source: 'cards', organisation: 'a' },
  ...{ lid: 1, rid: null, recordId: 'r1', digitsOff: null, unchecked: null, same: null },
  ...part,
});
const nobody = { record_id: 'r0', resident_id: null, candidates: [] };
/** A related case as the program tells of it. */
const related = (id: string, part: Partial<ToldBeside>): RelatedCase => ({
  ...{ id, kind: 'unknown-number' },
  how: howRelated(record({ lid: 0, recordId: 'r0' }), record(part), nobody),
});
const slip = (en = 'number one slip away') =>
  ({ why: [{ ja: '', en }], levels: {}, probability: 0.9 }) as unknown as CandidateView;
const held = { item: 'records', record: null, beside: [], linked: null, candidates: [{ ja: '', en: '' }] };

const of = (part: Partial<Case> & { isProtected?: boolean }) =>
  adviceOf({ kind: 'unknown-number', evidence: [], candidates: [], originals: insurance, ...part } as never)!;

describe('a number that nobody has', () => {
  test.each<[what: string, part: Parameters<typeof of>[0], ja: string]>([
    [
      'nothing is known beside',
      {},
      '個人番号の届出書も同じ番号なら住基ネットなどで調べ、転出した方などと分かれば3、分かるまでは4です。',
    ],
    [
      'others at the home are no residents either',
      { relatedCases: [related('F-2', { incident: 'F-2' })] },
      '同じ住所の別の記録にも住民がなく、世帯ごと転出した方などとみられます。個人番号の届出書も同じ番号なら住基ネットなどで調べ、転出した方などと分かれば3、分かるまでは4です。',
    ],
    [
      'another record of that name has it, in two more',
      {
        relatedCases: [
          related('F-2', { digitsOff: 0, same: 'name' }),
          related('F-3', { digitsOff: 0, same: 'kana' }),
          related('F-4', { incident: 'F-4', organisation: 'b', digitsOff: 0 }),
        ],
      },
      '同じ氏名・同じ番号の記録が別にもあり（F-2など3件）、番号は正しいとみられます。転出・死亡などを確かめて3です。',
    ],
    [
      'somebody called otherwise has it, whoever else has it too',
      {
        relatedCases: [
          related('F-2', { digitsOff: 0, same: 'name' }),
          related('F-3', { digitsOff: 0, same: 'differ' }),
        ],
      },
      '同じ番号で氏名の表記が異なる記録があります（F-3）。別人なら一方の番号は誤りなので、両方を原本と見比べます。',
    ],
    [
      'a record of which no name tells says nothing',
      { relatedCases: [related('F-2', { digitsOff: 0, same: 'unknown' })] },
      '個人番号の届出書も同じ番号なら住基ネットなどで調べ、転出した方などと分かれば3、分かるまでは4です。',
    ],
    [
      'a resident a slip away',
      { candidates: [slip()] },
      '個人番号の届出書もAと同じ番号なら、書き間違いかを本人に確かめるまで4です。',
    ],
    [
      'who has a record of the source',
      { candidates: [slip()], facts: [held], holders: ['C1'] } as never,
      'C1には同じ事務の記録が既にあります。個人番号の届出書もAと同じ番号なら、書き間違いかを本人に確かめるまで4です。',
    ],
    [
      'who has none, of a number with a wrong check digit',
      { kind: 'invalid-number', candidates: [slip()], facts: [held], holders: [] } as never,
      'C1に同じ事務の記録はまだありません。個人番号の届出書もAと同じ番号なら、書き間違いかを本人に確かめるまで4です。',
    ],
    [
      'a resident whose number is another',
      { candidates: [slip('resembles the record')] },
      '個人番号の届出書も同じ番号なら住基ネットなどで調べ、転出した方などと分かれば3、分かるまでは4です。',
    ],
    [
      'a key of the town’s own',
      { originals: byKey },
      '宛名台帳で調べ、転出した方や住民でない方の番号なら3、分かるまでは4です。',
    ],
    [
      'such a key, and a resident a slip away',
      { originals: byKey, candidates: [slip()] },
      '宛名台帳にAの番号の方がいれば、その方の記録かを先に確かめます。',
    ],
  ])('%s', (_, part, ja) => {
    const advice = of(part);
    expect(advice.ja).toBe(ja);
    expect(advice.en).toMatch(/^[A-Z][^。{}]+\.$/);
    // Two lines of an office's screen: such a case has few rows.
    expect(advice.ja.length).toBeLessThan(100);
    expect(advice.en.length).toBeLessThan(220);
  });

  test('of a protected person nothing is said of who shares the home, nor of records that are hidden', () => {
    const atHome = [related('F-2', { incident: 'F-2' })];
    expect(of({ relatedCases: atHome, isProtected: true })).toEqual(of({}));
    expect(of({ candidates: [slip()], facts: [], holders: ['C1'] })).toEqual(of({ candidates: [slip()] }));
  });

  test('a number that cannot be is nobody’s: there is no 3', () => {
    expect(of({ kind: 'invalid-number' }).ja).toBe(
      '個人番号の届出書も同じ番号なら正しい番号を本人に確かめ、分からなければ2、確かめるまでは4です。',
    );
  });
});
