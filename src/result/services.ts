import type { Service } from '../audit/case.js';
import type { LinkSpec } from '../audit/pipeline-file.js';

/** What a source is about, by the words of its title. */
const WORDS: readonly (readonly [Service, RegExp])[] = [
  ['insurance', /健康保険|国民健康|国保|後期高齢|health insurance/i],
  ['card', /マイナンバーカード|個人番号カード|my number cards?\b/i],
  ['account', /公金受取|口座|bank account|accounts? for public/i],
];

/** The service that a source keeps records of, by its title in either language; null where that is not known. */
export function serviceOf({ title }: Pick<LinkSpec, 'title'>): Service | null {
  const text = `${title.ja}\n${title.en}`.normalize('NFKC');
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
}
