import type { CandidateView } from '../audit/case.js';
import { relationsOf } from '../audit/relations.js';
import type { Candidate } from '../findings/candidates.js';
import neighbourSerial from '../rivals/rules/neighbour-serial.js';
import type { Bilingual } from '../text/bilingual.js';
import type { PersonRow } from './people.js';

/** How a candidate stands to a record whose neighbour is no record but a certificate. */
const NEXT_SERIAL: Bilingual = neighbourSerial.title;

const SERIAL = /^[0-9A-F]+$/iu;

/** One of the resident's certificates has the serial just before or after that of the record. */
export function isNextSerial(record: PersonRow, person: PersonRow): boolean {
  const own = numberOf(record.facts.serial);
  return ['auth_serial', 'sign_serial'].some((name) => {
    const other = numberOf(person.facts[name]);
    return own !== null && other !== null && (own - other === 1n || other - own === 1n);
  });
}

function numberOf(serial: string | null | undefined): bigint | null {
  const text = serial?.trim() ?? '';
  return SERIAL.test(text) ? BigInt(`0x${text}`) : null;
}

/** Why a resident is a candidate; what is consecutive of neighbours is told. */
export function whyOf({ relations }: Candidate, isNext: boolean): readonly Bilingual[] {
  return relationsOf(relations).map(({ id, title }) =>
    id === 'neighbour-record' && isNext ? NEXT_SERIAL : title,
  );
}

export function hasNextSerial({ why }: Pick<CandidateView, 'why'>): boolean {
  return why.some(({ en }) => en === NEXT_SERIAL.en);
}
