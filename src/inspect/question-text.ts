import { shownName } from '../audit/header-names.js';
import { ITEMS } from '../audit/words.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { fill } from '../text/bilingual.js';
import type { Question } from './inspection.js';

/** Questions as lines: items of which no column holds anything alike are named together. */
export function questionTexts(questions: readonly Question[], language: Language): string[] {
  const isNowhere = ({ kind, columns }: Question) => kind === 'missing' && columns.length === 0;
  const nowhere = questions.filter(isNowhere).map(({ item }) => titled(item, language));
  const others = questions.filter((question) => !isNowhere(question));
  const items = nowhere.join(language === 'ja' ? '、' : ', ');
  return [
    ...others.map((question) => questionText(question, language)),
    ...(nowhere.length > 0 ? [fill(NOWHERE, { items })[language]] : []),
  ];
}

function titled(item: Question['item'], language: Language): string {
  return language === 'en' ? `${item} (${ITEMS[item].en.toLowerCase()})` : `${item}（${ITEMS[item].ja}）`;
}

/** What a question asks, in one sentence with the columns concerned. */
function questionText({ item, kind, columns, codes = [] }: Question, language: Language): string {
  const quoted =
    language === 'ja'
      ? columns.map((name) => `「${shownName(name)}」`).join('')
      : columns.map((name) => `"${shownName(name)}"`).join(', ');
  const text = kind === 'unprotected' && columns.length === 0 ? UNPROTECTED : TEXTS[kind];
  const each = codes.map(({ code, rows }) =>
    language === 'ja' ? `${code}（${rows} 行）` : `${code} (${rows} ${rows === 1 ? 'row' : 'rows'})`,
  );
  return fill(text, {
    item: titled(item, language),
    columns: quoted,
    codes: each.join(language === 'ja' ? '、' : ', '),
  })[language];
}

const TEXTS: Readonly<Record<Question['kind'], Bilingual>> = {
  missing: {
    ja: '{item}の列が見つかりません。次のどれかですか: {columns}',
    en: 'No column found for {item}. Is it one of {columns}?',
  },
  unprotected: {
    ja: '警告: {item}の列が分かりません。このままでは保護されている人の住所が報告書に出ます。次のどれかですか: {columns}',
    en: 'WARNING: no column known for {item}: addresses of protected people would be shown in the reports. Is it one of {columns}?',
  },
  doubtful: {
    ja: '{item}は {columns} でよいですか。名前と値のどちらかからしか分かりません',
    en: 'Is {item} really {columns}? Only its name or only its values say so',
  },
  guess: {
    ja: '{item} は割り当てていません。{columns} かもしれませんが、名前と値のどちらかからしか言えません。合っていれば指定してください',
    en: '{item} is not mapped: {columns} is no more than a guess, by its name or its values alone. Map it if it is right',
  },
  era: {
    ja: '{columns} の元号の番号は 1-5（明大昭平令）ですか、1・3・5・7・9 ですか。値からは分かりません',
    en: 'Are the era codes of {columns} 1-5, or 1, 3, 5, 7, 9? The values do not tell',
  },
  person: {
    ja: '{columns} は別々の人の番号です。どの人の記録ですか（選んだ人の列だけを使います）',
    en: '{columns} are numbers of different persons. Whose record is it? (columns of that one alone are read)',
  },
  repeated: {
    ja: '{columns} は同じ値が何度も出てきます。記録を一つに決める列はどれですか（複数の列なら [ ] に並べます）',
    en: 'Values of {columns} repeat. Which columns name a record? (list several in [ ])',
  },
  codes: {
    ja: '{item} {columns} のコードの意味が分かりません: {codes}。--codes で指定するか（例: --codes 名前=1:現存,2:転出,3:死亡）、ファイルの status に codes で書いてください（例: codes: {1: 現存, 2: 転出, 3: 死亡}）。意味のないコードは現存・有効として扱うので、死亡や転出が見逃されます',
    en: 'What do the codes of {item} in {columns} mean: {codes}? Tell it with --codes (KEY=1:living,2:departed,3:deceased), or in the file under status (codes: {1: living, 2: departed, 3: deceased}). A code without a meaning counts as living, or in force: deaths and departures are missed',
  },
};

const UNPROTECTED: Bilingual = {
  ja: '警告: {item}の列がありません。このままでは保護されている人の住所が報告書に出ます',
  en: 'WARNING: no column for {item}: addresses of protected people would be shown in the reports',
};

const NOWHERE: Bilingual = {
  ja: 'らしい列のない項目: {items}。ファイルにあれば列名を書いてください',
  en: 'No column looks like {items}. If the file has one, write its name',
};
