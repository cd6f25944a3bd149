import { Document, type Scalar, YAMLMap, type YAMLSeq } from 'yaml';
import { isTextual } from '../audit/formats.js';
import { looksLikeHeader, shownName } from '../audit/header-names.js';
import type { ColumnSpec } from '../audit/pipeline-file.js';
import { itemCountsText } from '../ingest/preflight/item-counts-text.js';
import type { Language } from '../text/bilingual.js';
import { codesText } from './codes-text.js';
import { endedText } from './ended-text.js';
import { headerText } from './header-text.js';
import type { Inspection, ProposedItem } from './inspection.js';
import { kindText } from './kind-text.js';
import { layoutSaid } from './layout-said.js';
import { onlyLikely } from './only-likely.js';
import { personsText } from './persons-text.js';
import { questionTexts } from './question-text.js';
import { repeatsText } from './repeats-text.js';
import { sheetsSaid } from './sheets-said.js';

/** The source block of an inspection as a YAML node of a document, with comments that say why; guesses are told and not mapped. */
export function sourceNode(
  document: Document,
  whole: Inspection,
  file: string | readonly string[],
  language: Language,
): YAMLMap {
  const inspection = onlyLikely(whole);
  const { reading, layout } = inspection;
  const block = document.createNode({
    file,
    format: inspection.format,
    ...(isTextual(inspection.format) ? { encoding: inspection.encoding } : {}),
    ...(reading.sheet === undefined ? {} : { sheet: reading.sheet }),
    ...(reading.skipRows === undefined ? {} : { skip_rows: reading.skipRows }),
    ...(reading.header === undefined ? {} : { header: reading.header }),
    ...(reading.delimiter === undefined ? {} : { delimiter: reading.delimiter }),
    ...(layout === null
      ? {}
      : { layout: Object.fromEntries(Object.entries(layout).map(([name, place]) => [name, [...place]])) }),
    ...(reading.recordLength === undefined ? {} : { record_length: reading.recordLength }),
    ...(reading.dataRecords === undefined
      ? {}
      : { data_records: { at: [...reading.dataRecords.at], is: reading.dataRecords.is } }),
    ...(inspection.via === null || inspection.via === 'my_number' ? {} : { via: inspection.via }),
  }) as YAMLMap;
  for (const place of (block.get('layout') as YAMLMap | undefined)?.items ?? []) {
    (place.value as YAMLSeq).flow = true;
  }
  const kinds = block.get('data_records') as YAMLMap | undefined;
  if (kinds !== undefined) kinds.flow = true;
  block.commentBefore = summary(inspection, language);
  block.set('columns', columnsNode(document, inspection, language));
  return block;
}

/** A ready source block under its key, to be pasted below `links:` (or at the top, for a register). */
export function renderInspection(
  inspection: Inspection,
  key: string,
  file: string,
  language: Language,
): string {
  const document = new Document(new YAMLMap());
  const map = document.contents as YAMLMap;
  map.set(
    document.createNode(inspection.kind === 'register' ? 'register' : key),
    sourceNode(document, inspection, file, language),
  );
  return document.toString({ lineWidth: 0 });
}

function summary(inspection: Inspection, language: Language): string {
  const { gzip, encoding, lineEnd, rows, damaged, format } = inspection;
  const ja = language === 'ja';
  const parts = [
    format,
    ...(isTextual(format) ? [encoding] : []),
    ...(lineEnd ? [lineEnd] : []),
    ...(gzip ? ['gzip'] : []),
    ja ? `${rows} 行を確認` : `${rows} rows looked at`,
    ...(damaged > 0 ? [ja ? `うち ${damaged} 行は読めない` : `${damaged} of them cannot be read`] : []),
  ];
  const legend = ja
    ? '項目ごとの注記: 項目の確からしさ, 値の形（9 数字、A 英字、漢 漢字、あ ア かな）'
    : 'behind each item: how sure it is, and the shape of its values (9 digit, A letter, 漢 kanji, あ ア kana)';
  const { sheets } = inspection;
  const others = sheets ? `\n ${sheetsSaid(inspection, language)}`.replace(/\n $/, '') : '';
  const repeats = repeatsText(inspection, language);
  const persons = personsText(inspection, language);
  const beware = [
    kindText(inspection, language),
    layoutSaid(inspection, language),
    headerText(inspection, language),
    persons,
    repeats,
    codesText(inspection, language),
    endedText(inspection, language),
  ]
    .map((text) => (text === null ? '' : `\n ${text}`))
    .join('');
  return ` ${parts.join(', ')}${others}${beware}\n ${legend}`;
}

function columnsNode(document: Document, inspection: Inspection, language: Language): YAMLMap {
  const map = new YAMLMap();
  for (const proposed of inspection.mapping) {
    const value: ColumnSpec['from'] = proposed.columns;
    const named = value.length === 1 ? value[0] : [...value];
    const { format, codes } = proposed;
    const isPlain = format === null && codes === undefined;
    const told = { ...(format === null ? {} : { format }), ...(codes === undefined ? {} : { codes }) };
    const node = document.createNode(isPlain ? named : { column: named, ...told }, { flow: true }) as
      | Scalar
      | YAMLMap;
    node.comment = ` ${evidence(inspection, proposed, language)}`;
    map.set(document.createNode(proposed.item), node);
  }
  const left = unusedText(inspection, language);
  const asked = questionTexts(inspection.questions, language);
  const ask = language === 'ja' ? '確かめてください:' : 'To be settled by you:';
  const lines = [
    ...(left === null ? [] : [left]),
    ...(inspection.items.length > 0
      ? ['', ...itemCountsText(inspection.items, language, COMMENT_WIDTH).split('\n')]
      : []),
    ...(asked.length > 0 ? ['', ask, ...asked.map((text) => `- ${text}`)] : []),
  ];
  if (lines.length > 0) map.comment = lines.map((line) => ` ${line}`).join('\n');
  return map;
}

/** Columns of a comment that an editor shows whole. */
const COMMENT_WIDTH = 76;

/** Columns told with the shapes of their values; of the others only how many. */
const MOST_UNUSED = 20;

/**
 * Columns that no item is read from, with the shapes of their values. What is no name of a column is not told: a file may
 * have keys or a first row that are somebody's record.
 */
function unusedText({ columns, mapping }: Inspection, language: Language): string | null {
  const used = new Set(mapping.flatMap(({ columns: from }) => from));
  const unused = columns.filter(({ name }) => !used.has(name));
  if (unused.length === 0) return null;
  const empty = language === 'ja' ? '空' : 'empty';
  const label = language === 'ja' ? '使わない列' : 'not used';
  if (!isShownHeader(columns.map(({ name }) => name))) return `${label}: ${unused.length}`;
  const each = unused
    .slice(0, MOST_UNUSED)
    .map(({ name, label, profile }) => `${saidName(name, label)} (${profile.shapes[0] ?? empty})`);
  const more = unused.length > MOST_UNUSED ? `, … (${unused.length})` : '';
  return `${label}: ${each.join(', ')}${more}`;
}

function saidName(name: string, label: string | undefined): string {
  return label === undefined ? shownName(name) : `${name} ${shownName(label)}`;
}

/** Names that are places, and those that files have for columns. */
function isShownHeader(names: readonly string[]): boolean {
  return names.every((name) => /^(field_)?\d+$/.test(name)) || looksLikeHeader(names);
}

function evidence(
  { columns }: Inspection,
  { columns: from, confidence }: ProposedItem,
  language: Language,
): string {
  const profile = columns.find(({ name }) => name === from[0])?.profile;
  const said = from.flatMap((one) => columns.find(({ name }) => name === one)?.label ?? []);
  const percent = `${Math.round(100 * confidence)} %`;
  if (!profile) return percent;
  const blank = `${Math.min(profile.filled > 0 ? 99 : 100, Math.round(100 * (1 - profile.filled)))} %`;
  const blanks = language === 'ja' ? `空欄 ${blank}` : `${blank} blank`;
  return [
    ...(said.length > 0 ? [said.map(shownName).join(' + ')] : []),
    percent,
    ...(profile.shapes.length > 0 ? [profile.shapes.join(' | ')] : []),
    ...(profile.filled < 0.995 ? [blanks] : []),
  ].join(', ');
}
