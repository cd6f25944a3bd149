import { shownName, shownNames } from '../../audit/header-names.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { Failure } from '../../text/failure.js';
import { nearest } from '../../text/nearest.js';
import type { InputFile } from '../input-file.js';
import type { SheetTab } from './workbook.js';

/** Written for every sheet that has the columns. */
export const EVERY_SHEET = '*';

/**
 * The sheets that a spec asks for: the one named, all that are not hidden for `*`, else the first that is not hidden.
 *
 * @throws {Failure} `input-sheet` (exit code 2) that lists the sheets where there is none of that name.
 */
export function chosenTabs(
  file: InputFile,
  spec: Pick<InputSpec, 'reading'>,
  tabs: readonly SheetTab[],
): readonly SheetTab[] {
  const wanted = spec.reading?.sheet;
  const visible = tabs.filter(({ hidden }) => !hidden);
  if (wanted === EVERY_SHEET) return visible.length > 0 ? visible : tabs;
  if (wanted === undefined) return (visible.length > 0 ? visible : tabs).slice(0, 1);
  const named =
    tabs.find(({ name }) => name === wanted) ?? tabs.find(({ name }) => fold(name) === fold(wanted));
  if (named) return [named];
  const near = nearest(
    wanted,
    tabs.map(({ name }) => name),
  );
  throw new Failure(near ? 'input-sheet/near' : 'input-sheet/none', {
    values: {
      source: file.source,
      path: file.path,
      sheet: wanted,
      near: shownName(near ?? ''),
      sheets: listed(tabs),
    },
  });
}

/** Names as tabs show them, widths and spaces at the ends aside. */
function fold(name: string): string {
  return name.normalize('NFKC').trim();
}

export function listed(tabs: readonly { readonly name: string }[]): string {
  return shownNames(tabs.map(({ name }) => name));
}
