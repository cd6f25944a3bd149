import type { Language } from '../text/bilingual.js';
import { codesText } from './codes-text.js';
import { endedText } from './ended-text.js';
import { headerText } from './header-text.js';
import type { Inspection } from './inspection.js';
import { layoutSaid } from './layout-said.js';
import { personsText } from './persons-text.js';
import { everySheetSaid } from './sheets-said.js';

/** What was decided of a file that somebody who is not asked should see: whose columns are read, which sheets, by which header
 * or description of the record. */
export function choicesTexts(inspection: Inspection, language: Language): readonly string[] {
  return [
    everySheetSaid(inspection, language),
    layoutSaid(inspection, language),
    headerText(inspection, language),
    personsText(inspection, language),
    codesText(inspection, language),
    endedText(inspection, language),
  ].filter((text) => text !== null);
}
