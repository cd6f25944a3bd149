import type { Bilingual } from '../text/bilingual.js';

/** What an insurer is by its number; `group` by what becomes of the insurance when somebody moves away. */
export interface Insurer {
  readonly group: 'town' | 'guild' | 'employer' | 'elderly';
  readonly title: Bilingual;
}

const insurer = (group: Insurer['group'], ja: string, en: string): Insurer => ({ group, title: { ja, en } });

const TOWN = insurer('town', '市町村の国民健康保険', 'a town’s national insurance');
const GUILD = insurer('guild', '国民健康保険組合', 'a national health insurance society');

/**
 * By 法別番号, the first two of the eight digits of an insurer's number; numbers of six digits are of the national health insurance
 * (保険者番号等の設定要領, 昭和51年8月7日保発第45号・庁保発第34号).
 */
const BY_LAW: Readonly<Record<string, Insurer>> = {
  '01': insurer('employer', '全国健康保険協会（協会けんぽ）', 'the health insurance association'),
  '02': insurer('employer', '船員保険', 'seamen’s insurance'),
  '03': insurer('employer', '日雇特例の健康保険', 'day labourers’ insurance'),
  '04': insurer('employer', '日雇特例の健康保険', 'day labourers’ insurance'),
  '06': insurer('employer', '健康保険組合', 'an employer’s health insurance society'),
  '07': insurer('employer', '自衛官などの療養の給付', 'the defence forces’ scheme'),
  '31': insurer('employer', '国家公務員共済組合', 'the state employees’ mutual aid'),
  '32': insurer('employer', '地方公務員等共済組合', 'the local employees’ mutual aid'),
  '33': insurer('employer', '警察共済組合', 'the police mutual aid'),
  '34': insurer('employer', '学校の共済組合', 'a school employees’ mutual aid'),
  '39': insurer('elderly', '後期高齢者医療', 'medical care of the elderly'),
  '63': insurer('employer', '特定健康保険組合', 'an employer’s society for the retired'),
  '67': insurer('town', '国民健康保険（退職者医療）', 'national health insurance of the retired'),
};

/** What the insurer of this number is; null where the number does not tell. */
export function insurerOf(organisation: string | null): Insurer | null {
  const digits = organisation?.normalize('NFKC') ?? '';
  if (/^\d{6}$/.test(digits)) return digits[2] === '3' ? GUILD : TOWN;
  return /^\d{8}$/.test(digits) ? (BY_LAW[digits.slice(0, 2)] ?? null) : null;
}
