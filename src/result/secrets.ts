import type { IsNumber } from '../audit/mask.js';
import { isMyNumber } from '../audit/my-number.js';
import type { Engine } from '../engine/engine.js';
import { readColumns } from '../engine/read.js';
import { type IsProtectedPlace, protectedPlaces } from '../findings/protected-places.js';
import { type KeyedFilter, keyedFilter } from './keyed-filter.js';

/** What must not be shown, as questions: nobody who asks gets a list. */
export interface Secrets {
  readonly isProtectedPlace: IsProtectedPlace;
  readonly isNumber: IsNumber;
}

/** The secrets of a run, from `residents` and `links`; read once for each engine. */
export function secretsOf(engine: Engine): Promise<Secrets> {
  const found = known.get(engine) ?? readSecrets(engine);
  known.set(engine, found);
  return found;
}

const known = new WeakMap<Engine, Promise<Secrets>>();

async function readSecrets(engine: Engine): Promise<Secrets> {
  const isProtectedPlace = await protectedPlaces(engine);
  const odd = await oddNumbers(engine);
  return {
    isProtectedPlace,
    isNumber: odd === null ? () => true : (digits) => isMyNumber(digits) || odd.has(Number(digits)),
  };
}

/** Numbers kept in memory at most: a file with more is wrong in other ways, and any twelve digits are then hidden. */
const MOST_ODD = 1_000_000;

/** Numbers that the check digit does not give away; null where there are too many. Sound ones need no list. */
async function oddNumbers(engine: Engine): Promise<KeyedFilter | null> {
  const odd = keyedFilter();
  const query = ['residents', 'links']
    .map((table) => `SELECT "number" FROM ${table} WHERE number_state <> 'ok' AND "number" IS NOT NULL`)
    .join(' UNION ');
  for await (const { columns } of readColumns(engine, { number: 'big' }, query)) {
    for (const number of columns.number) odd.add(number);
    if (odd.size > MOST_ODD) return null;
  }
  return odd;
}
