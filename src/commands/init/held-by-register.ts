import { ITEMS } from '../../audit/words.js';
import { type Inspection, inspectSettled, serialsOfRegister } from '../../inspect/index.js';
import { Failure } from '../../text/failure.js';
import type { Source } from './sources.js';

/** Whether the register maps what ties a source. */
export function isHeld(register: Inspection, { inspection: { via } }: Source): boolean {
  return via === null || register.mapping.some(({ item }) => item === via);
}

/** The register with the column, whatever it is called, that holds the serials of a source; null where none does. */
export async function widened(
  register: Inspection,
  { inspection }: Source,
): Promise<{ readonly register: Inspection; readonly column: string } | null> {
  const found = await serialsOfRegister(register, inspection);
  if (found === null) return null;
  const settled = new Map([[found.item, [found.column]]]);
  return { register: await inspectSettled(register, settled), column: found.column };
}

/** That a source is tied by what the register does not hold. */
export function untied(register: Inspection, { inspection: { path, via } }: Source): Failure {
  const item = via ?? 'my_number';
  return new Failure('init-untied', {
    values: {
      path,
      register: register.path,
      option: `--map 'register.${item}=…'`,
      item: { ja: `${item}（${ITEMS[item].ja}）`, en: `${item} (${ITEMS[item].en.toLowerCase()})` },
    },
  });
}
