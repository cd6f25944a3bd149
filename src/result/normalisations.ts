import type { PersonView } from '../audit/case.js';
import { maskNumbers } from '../audit/mask.js';
import { addressOnce } from '../normalize/address/address-once.js';
import { kanjiKeyWithRules } from '../normalize/name/kanji.js';
import { foldKanji, type KanjiRule } from '../normalize/name/kanji-table.js';
import type { Bilingual } from '../text/bilingual.js';

/** Rules in the words of an office. Those with `shows` name the characters they changed. */
const RULES: Readonly<Record<KanjiRule, Bilingual & { readonly shows?: true }>> = {
  koseki: { ja: '異体字をそろえる・戸籍統一文字', en: 'variants (family register table)', shows: true },
  jis: { ja: '異体字をそろえる・JIS', en: 'variants (JIS)', shows: true },
  jinmei: { ja: '異体字をそろえる・人名用漢字', en: 'variants (kanji for names)', shows: true },
  joyo: { ja: '異体字をそろえる・常用漢字', en: 'variants (common kanji)', shows: true },
  hyogai: { ja: '異体字をそろえる・表外漢字', en: 'variants (other kanji)', shows: true },
  radical: { ja: '部首の文字を漢字に', en: 'radicals to kanji', shows: true },
  extended: { ja: '異体字をそろえる・拡張漢字', en: 'variants (extended kanji)', shows: true },
  simplified: { ja: '簡体字をそろえる', en: 'simplified Chinese characters', shows: true },
  compatibility: { ja: '互換漢字をそろえる', en: 'compatibility characters', shows: true },
  width: { ja: '全角・半角をそろえる', en: 'full and half width' },
  case: { ja: '大文字・小文字をそろえる', en: 'upper and lower case' },
  dash: { ja: '長音・横線をそろえる', en: 'dashes' },
  separator: { ja: '区切り記号を除く', en: 'separators left out' },
  space: { ja: '空白を除く', en: 'spaces left out' },
  selector: { ja: '字形の指定を除く', en: 'glyph selectors left out' },
  composed: { ja: '濁点を一文字に', en: 'voicing marks joined' },
  repeat: { ja: '「々」などを元の文字に', en: '々 and the like written out' },
};

/** What was normalised before the two were compared, by which rule; only where it changed something. Of what is shown. */
export function normalisationsOf(record: PersonView, linked: PersonView | null): Bilingual[] {
  const people = linked === null ? [record] : [record, linked];
  return [...names(people), ...dates(people), ...addresses(record, linked)];
}

function names(people: readonly PersonView[]): Bilingual[] {
  const texts = people.flatMap(({ items }) => (items.name ? [items.name] : []));
  const rules = [...new Set(texts.flatMap((text) => kanjiKeyWithRules(text).rules))];
  if (rules.length === 0) return [];
  const said = rules.map((rule) => {
    const { ja, en, shows } = RULES[rule];
    const pairs = shows ? ` ${changes(texts, rule).join(' ')}` : '';
    return { ja: `${ja}${pairs}`, en: `${en}${pairs}` };
  });
  return [
    {
      ja: `氏名: ${said.map(({ ja }) => ja).join('、')}`,
      en: `Name: ${said.map(({ en }) => en).join(', ')}`,
    },
  ];
}

/** Characters that a rule changed, as 齋→斎. */
function changes(texts: readonly string[], rule: KanjiRule): string[] {
  const changed = [...texts.join('')].flatMap((char) => {
    const folded = foldKanji(char);
    return folded.rule === rule ? [`${char}→${folded.to}`] : [];
  });
  return [...new Set(changed)];
}

function dates(people: readonly PersonView[]): Bilingual[] {
  const changed = people.flatMap(({ items, birthDate }) => {
    const text = items.birth_date;
    return text && birthDate && text !== birthDate ? [`${text}→${birthDate}`] : [];
  });
  if (changed.length === 0) return [];
  const pairs = [...new Set(changed)].join(' ');
  return [{ ja: `生年月日: 西暦に ${pairs}`, en: `Date of birth: in one notation ${pairs}` }];
}

function addresses(record: PersonView, linked: PersonView | null): Bilingual[] {
  const [a, b] = [record.items.address, linked?.items.address];
  if (!a || !b || a === b) return [];
  const [x, y] = [a, b].map((text) => maskNumbers(addressOnce(text).key));
  return [
    x === y
      ? { ja: `住所: どちらも「${x}」として比較`, en: `Address: both compared as “${x}”` }
      : { ja: `住所: 「${x}」と「${y}」として比較`, en: `Address: compared as “${x}” and “${y}”` },
  ];
}
