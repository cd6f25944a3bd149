import type { QualityIssue } from '../audit/quality.js';
import type { Summary } from '../audit/summary.js';
import { ITEMS, wordsFor } from '../audit/words.js';
import type { Language } from '../text/bilingual.js';

/** An alarm in one line: source, item, what is wrong with how many. */
export function alarmText(
  { source, item, title, count, of }: QualityIssue,
  { sources }: Pick<Summary, 'sources'>,
  language: Language,
): string {
  const where = source === 'register' ? REGISTER[language] : (sources[source]?.title[language] ?? source);
  const what = item === null ? '' : ` / ${wordsFor(ITEMS, item)[language]}`;
  const number = (n: number) => n.toLocaleString('en');
  const many = { ja: `${number(of)} 件中 ${number(count)} 件`, en: `${number(count)} of ${number(of)}` }[
    language
  ];
  return `${where}${what}: ${title[language]} (${many})`;
}

const REGISTER = { ja: '住民登録', en: 'Resident register' };
