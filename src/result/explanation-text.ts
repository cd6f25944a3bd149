import type { PersonView } from '../audit/case.js';
import type { Shown } from '../audit/shown.js';
import { ITEMS, wordsFor } from '../audit/words.js';
import type { Language } from '../text/bilingual.js';
import { snakeKeys } from '../text/snake-keys.js';
import { cut, table, width } from '../text/table.js';
import type { Explanation } from './explain.js';
import type { RegisterExplanation } from './explain-register.js';

/** A terminal: what is said beyond it is left for `--all`. */
export interface Screen {
  readonly lines: number;
  readonly width: number;
}

/** What `explain` prints of a link; on a screen the weightiest evidence and the likeliest candidates that it has room for. */
export function explanationText(e: Shown<Explanation>, language: Language, screen?: Screen): string {
  const whole = linkLines(e, language, e.evidence.length, e.candidates.length, undefined);
  if (!screen || heightOf(whole, screen.width) <= screen.lines) return whole.join('\n');
  let [rows, candidates] = [e.evidence.length, Math.min(e.candidates.length, FEW)];
  let lines = linkLines(e, language, rows, candidates, screen.width);
  while (heightOf(lines, screen.width) > screen.lines - 1 && (rows > FEW || candidates > 1)) {
    if (candidates > 1 && candidates >= rows - FEW) candidates -= 1;
    else if (rows > FEW) rows -= 1;
    else candidates -= 1;
    lines = linkLines(e, language, rows, candidates, screen.width);
  }
  return [...lines, MORE[language]].join('\n');
}

/** Rows of evidence that are always shown, and candidates at first. */
const FEW = 3;
const MORE = { ja: '（続きは --all）', en: '(--all for the rest)' };

function heightOf(lines: readonly string[], columns: number): number {
  return lines
    .flatMap((line) => line.split('\n'))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / columns)), 0);
}

function linkLines(
  e: Shown<Explanation>,
  language: Language,
  rows: number,
  candidates: number,
  columns: number | undefined,
): string[] {
  const ja = language === 'ja';
  const lines = [
    `${e.source}:${e.recordId} → ${e.residentId ?? (ja ? '住民なし' : 'no resident')}`,
    `${ja ? '区分' : 'Grade'} ${e.grade}  ${ja ? '誤りの確率' : 'probability of a wrong link'} ${probability(e.probability)}`,
    ...e.explanations.map((why) => `${ja ? '説明' : 'Explained'}: ${why[language]}`),
    '',
    itemTable([ja ? '記録' : 'Record', ja ? '紐付け先' : 'Resident'], e.record, e.linked, language, columns),
    '',
    evidenceTable(e, language, rows, columns),
  ];
  if (candidates > 0) {
    const of = candidates < e.candidates.length ? ` (${candidates}/${e.candidates.length})` : '';
    lines.push('', `${ja ? '検討した他の住民' : 'Other residents considered'}${of}:`);
    for (const candidate of e.candidates.slice(0, candidates)) {
      const p =
        candidate.probability === null ? (ja ? '候補外' : 'discarded') : probability(candidate.probability);
      const reasons = candidate.why.map((why) => why[language]).join(', ');
      const levels = Object.values(candidate.levels).map(({ text }) => text[language]);
      const told = [`  ${candidate.residentId}  ${p}  ${reasons}`, `    ${levels.join(' / ')}`];
      lines.push(...told.map((line) => (columns === undefined ? line : cut(line, columns))));
    }
  }
  if (e.findings.length > 0) lines.push('', `${ja ? '所見' : 'Findings'}: ${e.findings.join(', ')}`);
  return lines;
}

/** The rows of weights, of many the weightiest in their order, and the sum of all; a number that nobody has leaves nothing to weigh. */
function evidenceTable(
  e: Shown<Explanation>,
  language: Language,
  most: number,
  columns: number | undefined,
): string {
  const ja = language === 'ja';
  if (e.linked === null) {
    return ja
      ? 'この番号・証明書の住民がいないため、紐付け先との比較はありません'
      : 'No resident has this number or serial, so there is nobody to compare the record with';
  }
  const share = (value: number | null | undefined) =>
    value == null ? '' : `1/${Math.round(1 / value).toLocaleString('en')}`;
  return table(
    [
      [
        ja ? '根拠' : 'Evidence',
        ja ? '重み（bit）' : 'weight (bits)',
        ja ? '住民に占める割合' : 'share of residents',
      ],
      ...weightiest(e.evidence, most).map(({ item, text, weight }) => [
        text[language],
        bits(weight),
        share(e.shares[item]),
      ]),
      ...(e.total === null ? [] : [[ja ? '合計' : 'Total', bits(e.total), '']]),
    ],
    columns,
  );
}

function weightiest<T extends { readonly weight: number }>(rows: readonly T[], most: number): readonly T[] {
  if (most >= rows.length) return rows;
  const kept = new Set(rows.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, most));
  return rows.filter((row) => kept.has(row));
}

/** What `explain` prints of two register rows. */
export function registerExplanationText(e: Shown<RegisterExplanation>, language: Language): string {
  const ja = language === 'ja';
  return [
    `${e.residentId} = ${e.otherId}`,
    ja ? '住民の二重登録の可能性があります' : 'The two register rows may be one person',
    '',
    itemTable([e.residentId, e.otherId], e.record, e.linked, language),
    '',
    table([
      [ja ? '根拠' : 'Evidence', ja ? '重み（bit）' : 'weight (bits)'],
      ...e.evidence.map(({ text, weight }) => [text[language], bits(weight)]),
    ]),
    '',
    `${ja ? '所見' : 'Findings'}: ${[e.findingId, ...e.related].join(', ')}`,
  ].join('\n');
}

/** What `explain --json` gives, with the keys of the other files: the levels of candidates in words, the rows of the register by their own names. */
export function explanationJson(e: Shown<Explanation> | Shown<RegisterExplanation>): unknown {
  if ('otherId' in e) {
    const { record, linked, candidates: _none, total: _sum, ...rest } = e;
    return snakeKeys({ ...rest, resident: record, other: linked });
  }
  const candidates = e.candidates.map(({ residentId, probability: p, why, levels }) => ({
    residentId,
    probability: p,
    why,
    levels: Object.values(levels).map(({ text }) => text),
  }));
  return snakeKeys({ ...e, candidates });
}

function itemTable(
  titles: readonly [string, string],
  one: PersonView,
  other: PersonView | null,
  language: Language,
  columns?: number,
): string {
  const stated = Object.keys(one.items).filter((item) => one.items[item] ?? other?.items[item]);
  const rows = stated.map((item) => [
    wordsFor(ITEMS, item)[language],
    one.items[item] ?? '-',
    other?.items[item] ?? '-',
  ]);
  return table([[language === 'ja' ? '項目' : 'Item', ...titles], ...rows], columns, 3);
}

/** Three digits; below one in a million they tell nobody anything. */
function probability(value: number): string {
  return value > 0 && value < 0.000001 ? '<0.000001' : value.toPrecision(3);
}

function bits(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
}
