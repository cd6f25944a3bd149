import type { Case, FactRow } from '../audit/case.js';
import type { FactItem } from '../audit/items.js';
import { kindOf } from '../findings/kinds/index.js';
import type { PersonRow } from './people.js';

/** Everybody whom the page of a case shows. */
export interface Everybody {
  readonly record: PersonRow;
  readonly beside: readonly PersonRow[];
  readonly linked: PersonRow | null;
  readonly candidates: readonly PersonRow[];
}

/** Characters told of a serial: enough to tell two of them apart. */
const SERIAL_TAIL = 6;

/**
 * What the kind of finding rests on beside the items compared, `tie` being the serial by which the source is tied; rows in which
 * nobody states anything are left out. Where records stand side by side, the rows are about the records.
 */
export function factsOf(
  kind: string,
  { record, beside, linked, candidates }: Everybody,
  tie: string,
): Case['facts'] {
  const residents = beside.length === 0;
  return kindOf(kind).facts.flatMap((item): FactRow[] => {
    const told = (person: PersonRow | null) => factOf(person, item, tie);
    const row = {
      item,
      record: told(record),
      beside: beside.map(told),
      linked: residents ? told(linked) : null,
      candidates: candidates.map((person) => (residents ? told(person) : null)),
    };
    return [row.record, row.linked, ...row.beside, ...row.candidates].some(Boolean) ? [row] : [];
  });
}

function factOf(person: PersonRow | null, item: FactItem, tie: string): string | null {
  const stated = (name: string) => person?.facts[name]?.trim() || null;
  if (item === 'channel') return CHANNEL.map(stated).filter(Boolean).join(' ・ ') || null;
  if (item !== 'serial') return stated(item);
  const text = stated('serial') ?? stated(tie);
  return text !== null && text.length > SERIAL_TAIL ? `…${text.slice(-SERIAL_TAIL)}` : text;
}

const CHANNEL = ['terminal', 'operator', 'lookup'];
