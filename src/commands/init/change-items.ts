import { multiselect, select } from '@clack/prompts';
import { type CanonicalItem, LINK_ITEMS, REGISTER_ITEMS } from '../../audit/items.js';
import { ITEMS } from '../../audit/words.js';
import { type Inspection, inspectSettled } from '../../inspect/index.js';
import type { Language } from '../../text/bilingual.js';
import { answered, say, type Terminal } from './terminal.js';

/** What a person wants changed: an item, `add` for one that was missed, `drop`; '' for nothing. */
export async function askChange(
  { mapping, kind }: Inspection,
  language: Language,
  { input, output }: Terminal,
): Promise<CanonicalItem | 'add' | 'drop' | ''> {
  return answered(
    select<CanonicalItem | 'add' | 'drop' | ''>({
      message: say(language, 'これでよいですか', 'Is this right?'),
      options: [
        { value: '', label: say(language, 'はい、次へ', 'Yes, go on') },
        ...(missedItems(mapping, kind).length > 0
          ? [
              {
                value: 'add' as const,
                label: say(language, '足りない項目を加える', 'Add an item that was missed'),
              },
            ]
          : []),
        ...(mapping.length > 0
          ? [{ value: 'drop' as const, label: say(language, '項目を外す', 'Drop items') }]
          : []),
        ...mapping.map(({ item, columns }) => ({
          value: item,
          label: say(language, `${ITEMS[item].ja} を直す`, `Change ${ITEMS[item].en.toLowerCase()}`),
          hint: columns.join(' + '),
        })),
      ],
      maxItems: 12,
      input,
      output,
    }),
  );
}

function missedItems(mapping: Inspection['mapping'], kind: Inspection['kind']): readonly CanonicalItem[] {
  const items: readonly CanonicalItem[] = kind === 'register' ? REGISTER_ITEMS : LINK_ITEMS;
  return items.filter((item) => !mapping.some((one) => one.item === item));
}

/** An item that was missed, or null to go back. */
export async function askMissed(
  { mapping, kind }: Inspection,
  language: Language,
  { input, output }: Terminal,
): Promise<CanonicalItem | null> {
  const item = await answered(
    select<CanonicalItem | ''>({
      message: say(language, 'どの項目を加えますか', 'Which item is to be added?'),
      options: [
        ...missedItems(mapping, kind).map((value) => ({ value, label: ITEMS[value][language], hint: value })),
        { value: '' as const, label: say(language, '戻る', 'Back') },
      ],
      maxItems: 12,
      input,
      output,
    }),
  );
  return item === '' ? null : item;
}

/** Leaves items out that a person does not want. */
export async function dropItems(
  inspection: Inspection,
  language: Language,
  { input, output }: Terminal,
): Promise<Inspection> {
  const dropped = await answered(
    multiselect({
      message: say(
        language,
        '外す項目を選んでください（選ばなければ戻る）',
        'Which items are to be left out? (none: back)',
      ),
      options: inspection.mapping.map(({ item, columns }) => ({
        value: item,
        label: ITEMS[item][language],
        hint: columns.join(' + '),
      })),
      required: false,
      maxItems: 12,
      input,
      output,
    }),
  );
  return dropped.length === 0
    ? inspection
    : inspectSettled(inspection, new Map(dropped.map((item) => [item, []])));
}
