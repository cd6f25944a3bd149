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
 * What the kind of finding rests on beside the items compared, with the serial by which its source is tied; rows in which
 * nobody states anything are left out. Where records stand side by side, the rows are about the records.
 */
export function factsOf(
  kind: string,
  { record, beside, linked, candidates }: Everybody,
  source: string,
  context: FactContext,
): Case['facts'] {
  const tie = context.tie(source);
  const residents = beside.length === 0;
  return kindOf(kind).facts.flatMap((item): FactRow[] => {
    const said = item === 'status' ? context.statusTexts(source) : PLAIN;
    const ofRecord = (person: PersonRow) => saidBy(said.record, factOf(person, item, tie));
    const ofResident = (person: PersonRow | null) => saidBy(said.resident, factOf(person, item, tie));
    const row = {
      item,
      record: ofRecord(record),
      beside: beside.map(ofRecord),
      linked: residents ? ofResident(linked) : null,
      candidates: candidates.map((person) => (residents ? ofResident(person) : null)),
    };
    return [row.record, row.linked, ...row.beside, ...row.candidates].some(Boolean) ? [row] : [];
  });
}

/** How a status of a record and of a resident is told: its words, and its code behind them. */
export interface StatusTexts {
  readonly record: (text: string) => string;
  readonly resident: (text: string) => string;
}

interface FactContext {
  readonly tie: (source: string) => string;
  readonly statusTexts: (source: string) => StatusTexts;
}

const same = (text: string) => text;
const PLAIN: StatusTexts = { record: same, resident: same };

function saidBy(say: (text: string) => string, fact: string | null): string | null {
  return fact === null ? null : say(fact);
}

function factOf(person: PersonRow | null, item: FactItem, tie: string): string | null {
  const stated = (name: string) => person?.facts[name]?.trim() || null;
  if (item === 'channel') return CHANNEL.map(stated).filter(Boolean).join(' ・ ') || null;
  if (item !== 'serial') return stated(item);
  const text = stated('serial') ?? stated(tie);
  return text !== null && text.length > SERIAL_TAIL ? `…${text.slice(-SERIAL_TAIL)}` : text;
}

const CHANNEL = ['terminal', 'operator', 'lookup'];
