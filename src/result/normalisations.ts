import { canonicalAddress } from '../normalize/address.js';
import { kanjiKeyWithRules } from '../normalize/kanji.js';
import type { PersonView } from '../report/result.js';
import type { Bilingual } from '../text/bilingual.js';

/** What was normalised before the two were compared, by which rule; only where it changed something. */
export function normalisationsOf(record: PersonView, linked: PersonView | null): Bilingual[] {
  return [...names(record, linked), ...dates(record, linked), ...addresses(record, linked)];
}

function names(record: PersonView, linked: PersonView | null): Bilingual[] {
  const rules = [record, linked].flatMap((person) => {
    const name = person?.items.name;
    return name ? kanjiKeyWithRules(name).rules : [];
  });
  return [...new Set(rules)].map((rule) => ({ ja: `氏名: ${rule}`, en: `Name: ${rule}` }));
}

function dates(record: PersonView, linked: PersonView | null): Bilingual[] {
  const changed = [record, linked].flatMap((person) => {
    const text = person?.items.birth_date;
    return text && person.birthDate && text !== person.birthDate ? [`${text} → ${person.birthDate}`] : [];
  });
  return [...new Set(changed)].map((text) => ({ ja: `生年月日: ${text}`, en: `Date of birth: ${text}` }));
}

function addresses(record: PersonView, linked: PersonView | null): Bilingual[] {
  const [a, b] = [record.items.address, linked?.items.address];
  if (!a || !b || a === b) return [];
  const [x, y] = [canonicalAddress(a).key, canonicalAddress(b).key];
  return [{ ja: `住所: 「${x}」と「${y}」を比較`, en: `Address: compared “${x}” with “${y}”` }];
}
