import type { PersonView } from '../report/result.js';
import type { Language } from '../text/bilingual.js';
import { table } from '../text/table.js';
import type { Explanation } from './explain.js';
import type { RegisterExplanation } from './explain-register.js';

/** What `explain` prints of a link. */
export function explanationText(e: Explanation, language: Language): string {
  const ja = language === 'ja';
  const share = (value: number | null) =>
    value === null ? '' : `1/${Math.round(1 / value).toLocaleString('en')}`;
  const lines = [
    `${e.source}:${e.recordId} → ${e.residentId ?? (ja ? '住民なし' : 'no resident')}`,
    `${ja ? '区分' : 'Grade'} ${e.grade}  ${ja ? '誤りの確率' : 'probability of a wrong link'} ${e.probability.toPrecision(3)}`,
    '',
    itemTable([ja ? '記録' : 'Record', ja ? '紐付け先' : 'Resident'], e.record, e.linked, language),
    '',
    table([
      [
        ja ? '根拠' : 'Evidence',
        ja ? '重み(bit)' : 'weight (bits)',
        ja ? '住民に占める割合' : 'share of residents',
      ],
      ...e.evidence.map(({ item, text, weight }) => [
        text[language],
        bits(weight),
        item === 'family' ? share(e.shares.family) : item === 'given' ? share(e.shares.given) : '',
      ]),
      [ja ? '合計' : 'Total', bits(e.total), ''],
    ]),
  ];
  if (e.candidates.length > 0) {
    lines.push('', ja ? '検討した他の住民:' : 'Other residents considered:');
    for (const candidate of e.candidates) {
      const p =
        candidate.probability === null ? (ja ? '除外' : 'discarded') : candidate.probability.toPrecision(3);
      lines.push(
        `  ${candidate.residentId}  ${p}  ${candidate.why.map((why) => why[language]).join(', ')}`,
        `    ${candidate.levels.map((level) => level[language]).join(' / ')}`,
      );
    }
  }
  if (e.findings.length > 0) lines.push('', `${ja ? '所見' : 'Findings'}: ${e.findings.join(', ')}`);
  return lines.join('\n');
}

/** What `explain` prints of two register rows. */
export function registerExplanationText(e: RegisterExplanation, language: Language): string {
  const ja = language === 'ja';
  return [
    `${e.residentId} = ${e.otherId}`,
    ja ? '住民の二重登録の可能性があります' : 'The two register rows may be one person',
    '',
    itemTable([e.residentId, e.otherId], e.resident, e.other, language),
    '',
    table([
      [ja ? '根拠' : 'Evidence', ja ? '重み(bit)' : 'weight (bits)'],
      ...e.evidence.map(({ text, weight }) => [text[language], bits(weight)]),
    ]),
    '',
    `${ja ? '所見' : 'Findings'}: ${[e.findingId, ...e.related].join(', ')}`,
  ].join('\n');
}

function itemTable(
  titles: readonly [string, string],
  one: PersonView,
  other: PersonView | null,
  language: Language,
): string {
  const stated = Object.keys(one.items).filter((item) => one.items[item] ?? other?.items[item]);
  return table([
    [language === 'ja' ? '項目' : 'Item', ...titles],
    ...stated.map((item) => [item, one.items[item] ?? '-', other?.items[item] ?? '-']),
  ]);
}

function bits(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
}
