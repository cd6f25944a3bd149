import { shownNames } from '../audit/header-names.js';
import type { Language } from '../text/bilingual.js';
import { cut } from '../text/table.js';
import { headerText } from './header-text.js';
import type { Inspection } from './inspection.js';
import { personsText } from './persons-text.js';
import { questionTexts } from './question-text.js';
import { repeatsText } from './repeats-text.js';
import { sheetsSaid } from './sheets-said.js';

/** What a person looks at before saying yes: of each item its column and the shapes of its first ten rows. */
export function previewText(inspection: Inspection, language: Language, width: number): string {
  const said = (name: string) => {
    const label = inspection.columns.find((column) => column.name === name)?.label;
    return label === undefined ? name : `${name} ${label}`;
  };
  const lines = inspection.mapping.flatMap(({ item, columns, confidence }) => {
    const shapes = inspection.preview.find((one) => one.item === item)?.shapes ?? [];
    const empty = language === 'ja' ? '空' : 'empty';
    return [
      cut(`${item} ← ${shownNames(columns.map(said), ' + ')} (${Math.round(100 * confidence)} %)`, width),
      cut(`    ${shapes.map((shape) => (shape === '' ? empty : shape)).join(' | ')}`, width),
    ];
  });
  const notes = [
    sheetsSaid(inspection, language) || null,
    headerText(inspection, language),
    personsText(inspection, language),
    repeatsText(inspection, language),
  ];
  const asked = questionTexts(inspection.questions, language).map((text) => `? ${text}`);
  return [...lines, ...notes.filter((note) => note !== null), ...asked].join('\n');
}
