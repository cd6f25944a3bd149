import type { Case } from '../audit/case.js';
import type { LinkSpec } from '../audit/pipeline-file.js';
import type { Bilingual } from '../text/bilingual.js';

type Originals = NonNullable<Case['originals']>;

const words = (ja: string, en: string): Bilingual => ({ ja, en });
const one = (ja: string, en: string): Originals => ({ whose: words(ja, en), number: words(ja, en) });

/** By which an office was told the number. */
const NOTICE = words('個人番号の届出書', 'the notice of the number');

/** Of a firm that knows its customers by their certificates: no paper, and no number. */
const OF_CERTIFICATE: Originals = {
  whose: words(
    '申込時の本人確認記録（事業者に照会）',
    'the provider’s record of the identity check (ask the provider)',
  ),
  number: null,
};

/** By the words of a source's title, the most particular first. */
const BY_TITLE: readonly (readonly [RegExp, Originals])[] = [
  [
    /公金受取|accounts? for public|public[- ]money/i,
    {
      whose: words(
        '口座登録の申請と口座名義（金融機関に照会）',
        'the registration of the account and its holder’s name (ask the bank)',
      ),
      number: words('口座登録の申請', 'the registration of the account'),
    },
  ],
  [
    /銀行|信用金庫|信金|信組|信用組合|農協|預金|預貯金|証券|保険会社|生命保険|損害保険|口座|\bbanks?\b|deposit|securities|life insurance/i,
    {
      whose: words(
        '口座開設時の本人確認記録（金融機関に照会）',
        'the identity check at the opening (ask the bank)',
      ),
      number: NOTICE,
    },
  ],
  [
    /年金|共済|恩給|pension|mutual aid/i,
    {
      whose: words('年金の請求書・加入時の届出書', 'the pension claim or enrolment form'),
      number: NOTICE,
    },
  ],
  [
    /健康保険|国民健康|国保|後期高齢|health insurance/i,
    {
      whose: words('資格取得の届出書', 'the enrolment form'),
      number: NOTICE,
    },
  ],
  [
    /マイナンバーカード|個人番号カード|my number cards?\b/i,
    one('カードの交付申請書', 'the card’s application form'),
  ],
  [/手帳|障害|disability/i, one('手帳の交付申請書', 'the application for the certificate')],
  [/税|\btax(?:es)?\b/i, one('申告書・届出書', 'the tax return or notice')],
  [
    /手当|給付|生活保護|介護|医療費|保育|奨学|allowance|benefit|welfare/i,
    one('申請書・認定請求書', 'the application or claim'),
  ],
];

const ANY = {
  whose: words('申請書などの原本', 'the original form'),
  number: words('原本', 'the original'),
} satisfies Originals;

/** What a clerk can look at beside a record of a source, by its title in either language and what ties its records to residents. */
export function originalsOf({ title, via }: Pick<LinkSpec, 'title' | 'via'>): Originals {
  const text = `${title.ja}\n${title.en}`.normalize('NFKC');
  const found = BY_TITLE.find(([named]) => named.test(text))?.[1];
  if (via === 'my_number') return found ?? ANY;
  if (via === 'resident_id') return { whose: (found ?? ANY).whose, number: null, key: OF_KEYS };
  // No number stands in what such a source was made from.
  return found ? { whose: found.whose, number: null } : OF_CERTIFICATE;
}

/** What a town's own systems know people by, residents or not. */
const OF_KEYS: NonNullable<Originals['key']> = {
  name: words('宛名番号', 'resident number'),
  in: words('宛名台帳', 'the town’s own list of persons'),
};
const A_NUMBER = words('番号', 'number');

/** A sentence of a kind with the names of what to look at, and of what ties the record; `{whose}`, `{number}` and `{key}` stand in their places. */
export function withOriginals(text: Bilingual, originals: Originals = ANY): Bilingual {
  const ofText = filled.get(text) ?? new WeakMap<Originals, Bilingual>();
  const known = ofText.get(originals) ?? filledWith(text, originals);
  filled.set(text, ofText.set(originals, known));
  return known;
}

/** Cases by the thousand say one of a few sentences, which are handed from thread to thread as one where they are one. */
const filled = new WeakMap<Bilingual, WeakMap<Originals, Bilingual>>();

function filledWith(text: Bilingual, { whose, number, key }: Originals): Bilingual {
  const put = (language: keyof Bilingual) =>
    text[language]
      .replace('{whose}', whose[language])
      .replace('{number}', (number ?? key?.in ?? whose)[language])
      .replace('{key}', (key?.name ?? A_NUMBER)[language]);
  return { ja: put('ja'), en: put('en') };
}
