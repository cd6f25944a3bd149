import type { FactRow, PersonView, RecordBeside } from '../audit/case.js';
import { LINK_CHOICES } from '../audit/decision.js';
import { DECISIONS, FACTS, NOT_SHOWN, wordsFor } from '../audit/words.js';
import { CHOICES } from '../findings/titles.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import type { Column, HandOffCase } from './hand-off-column.js';
import { sexWord } from './html/case/fold.js';

/** Between sentences of one cell. */
export const SEPARATORS = { ja: '、', en: '; ' } as const;

const HIDDEN = { ja: '（最小開示）', en: '(minimum disclosure)' } as const;

/** With minimum disclosure a table shows nobody: what is looked at in it cannot be recorded. */
export const unlessHidden =
  (of: Column['cell']): Column['cell'] =>
  (item, context) =>
    context.result.run.disclosure === 'minimum' ? HIDDEN[context.language] : of(item, context);

/** What reviewers see of a person, in the order of the page; `sex` as a word. */
const PERSON = [
  ['name', '氏名', 'name', 20],
  ['kana', 'カナ', 'kana', 22],
  ['birth_date', '生年月日', 'date of birth', 16],
  ['sex', '性別', 'sex', 8],
  ['address', '住所', 'address', 36],
] as const;

/** Items of a resident but the name, which has a column already where the linked resident's are made. */
export function personColumns(
  key: string,
  whose: Bilingual,
  of: (item: HandOffCase) => PersonView | null | undefined,
  items: readonly (typeof PERSON)[number][] = PERSON.slice(1),
): readonly Column[] {
  return items.map(([item, ja, en, width]) => ({
    key: `${key}_${item}`,
    ja: `${whose.ja}${ja}`,
    en: `${en} ${whose.en}`,
    width,
    cell: unlessHidden((found, { language }) => {
      const person = of(found);
      if (!person) return '';
      if (item === 'address') return addressOf(found, person, language);
      return item === 'sex' ? sexOf(person) : (person.items[item] ?? '');
    }),
  }));
}

export function candidateColumns(index: number): readonly Column[] {
  const whose = { ja: `候補${index + 1}の`, en: `of C${index + 1}` };
  return personColumns(`c${index + 1}`, whose, ({ candidates }) => candidates[index], PERSON);
}

/** An empty cell would say that there is none, and not why it is not shown. */
export function addressOf({ isProtected }: HandOffCase, { items }: PersonView, language: Language): string {
  return isProtected ? NOT_SHOWN[language] : (items.address ?? '');
}

export function sexOf({ items }: PersonView): string {
  return items.sex ? sexWord(items.sex) : '';
}

/** Each item of the kind with what everybody has, such as 登録日時 A 2022-01-05、A2 2022-03-01. */
export function factsText(
  facts: readonly FactRow[],
  beside: readonly RecordBeside[],
  language: Language,
): string {
  const [comma, end] = language === 'ja' ? ['、', '。'] : [', ', '. '];
  const others = beside.map(({ recordId }, index) => `A${index + 2} ${recordId ?? NOT_SHOWN[language]}`);
  const rows = facts.map(({ item, record, beside: texts, linked, candidates }) => {
    const told = [
      ['A', record] as const,
      ...texts.map((text, index) => [`A${index + 2}`, text] as const),
      ['B', linked] as const,
      ...candidates.map((text, index) => [`C${index + 1}`, text] as const),
    ];
    const said = told.flatMap(([label, text]) =>
      text === null ? [] : [`${label} ${typeof text === 'string' ? text : text[language]}`],
    );
    return `${wordsFor(FACTS, item)[language]} ${said.join(comma)}`;
  });
  const lines = others.length > 0 ? [others.join(comma), ...rows] : rows;
  return lines.join(end);
}

/** What the keys say of a kind: 1 こちらが有効、2 … */
export function choicesText(kind: string, language: Language): string {
  const choices = CHOICES[kind] ?? LINK_CHOICES;
  return choices
    .flatMap((code, index) => (code === null ? [] : [`${index + 1} ${DECISIONS[code][language]}`]))
    .join(SEPARATORS[language]);
}
