import type { Case, FactRow, FactText } from '../audit/case.js';
import type { FactItem } from '../audit/items.js';
import { kindOf } from '../findings/kinds/index.js';
import type { Bilingual } from '../text/bilingual.js';
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

/** Facts that could decide between people whom the compared items do not tell apart. */
const DECIDING: ReadonlySet<FactItem> = new Set(['number_tail', 'resident_id', 'records']);

/** What people are told apart by, which nothing is shown of where the record states none. */
const NUMBERS: ReadonlySet<FactItem> = new Set(['number_tail', 'resident_id']);

/** In the place of the number of a source that is tied by the key of residents, which is shown as it is: that. */
const ofTie = (item: FactItem, tie: string): FactItem =>
  item === 'number_tail' && tie === 'resident_id' ? 'resident_id' : item;

/** Items that are shown of candidates who fit alike, where they differ in them. */
const OF_TIES: readonly FactItem[] = ['household_id', 'moved_on'];

/** Items that are shown where the residence of somebody on the page has ended, whatever the question is. */
const OF_END: readonly FactItem[] = ['status', 'moved_on'];

/** Items of records that stand side by side, which residents have in another sense. */
const OF_RECORDS: ReadonlySet<FactItem> = new Set(['status', 'serial']);

/** What a case brings beside its kind. */
export interface Occasion {
  /** How many candidates, from the first on, fit alike. */
  readonly alike: number;
  /** The record was registered before the birth that it states. */
  readonly isBeforeBirth: boolean;
  /** The certificate of a candidate is numbered just before or after that of the record. */
  readonly hasNextSerial: boolean;
  /** Somebody lived at the record's address before: it is shown where. */
  readonly hasMoved: boolean;
  /** Residents, by key, from whose number the record's is a few digits away. */
  readonly slipped: ReadonlySet<number>;
}

/** Beside last digits that are the record's: a digit that was mistaken is one of those that are not shown. */
const BEFORE_TAIL: Bilingual = { ja: '（違いは上8桁）', en: ' (differs in the first eight)' };

/**
 * What the kind of finding (null: of the blind sample, of which nobody is told more than where somebody lived) rests on beside the items compared, with the serial by which its source is tied; rows in which
 * nobody states anything are left out. Where records stand side by side, the rows are about the records.
 */
export function factsOf(
  kind: string | null,
  { record, beside, linked, candidates }: Everybody,
  source: string,
  context: FactContext,
  { alike, isBeforeBirth, hasNextSerial, hasMoved, slipped }: Occasion,
): Case['facts'] {
  const tie = context.tie(source);
  const residents = beside.length === 0;
  const isOfRegister = source === 'register';
  const ofKind = kind === null ? [] : kindOf(kind).facts.map((item) => ofTie(item, tie));
  const hasEnded = kind !== null && [linked, ...candidates].some((person) => person?.ended !== undefined);
  // Whoever is told apart by other records is by the number, too.
  const isAsked = ofKind.includes('records') && candidates.length > 0;
  const items = new Set([
    ...(hasEnded ? OF_END : []),
    ...(isBeforeBirth ? (['registered_at'] as const) : []),
    ...(hasNextSerial ? (['serial'] as const) : []),
    ...ofKind.filter((item) => item !== 'records'),
    ...(isAsked ? [ofTie('number_tail', tie)] : []),
    ...ofKind.filter((item) => item === 'records'),
    ...(alike > 1 ? OF_TIES : []),
    ...(hasMoved ? (['previous_address'] as const) : []),
  ]);
  return [...items].flatMap((item): FactRow[] => {
    const said = item === 'status' ? context.statusTexts(source) : PLAIN;
    const ofRecord = (person: PersonRow) =>
      item === 'records'
        ? isOfRegister
          ? context.records(person)
          : null
        : saidBy(said.record, factOf(person, item, tie));
    const ofResident = (person: PersonRow | null) =>
      item === 'records'
        ? person && context.records(person)
        : withEnd(item, person, saidBy(said.resident, factOf(person, item, tie)));
    const isOfKind = ofKind.includes(item) || item === 'registered_at' || item === 'serial';
    // Where records stand side by side, too, the residents are told of: who live here by nothing but where they lived, their numbers and records.
    const tellsResidents = residents || hasEnded || !OF_RECORDS.has(item);
    const row = {
      item,
      ...(DECIDING.has(item) || !isOfKind ? { decides: true as const } : {}),
      record: ofRecord(record),
      beside: beside.map(ofRecord),
      linked: tellsResidents ? ofResident(linked) : null,
      candidates: candidates.map((person) =>
        tellsResidents ? withSlip(item, ofResident(person), record, person, slipped) : null,
      ),
    };
    // The number of nobody beside the record tells nothing that the page does not say above.
    if (NUMBERS.has(item) && row.record === null) return [];
    const isOfTie = OF_TIES.includes(item) && !isOfKind && !(hasEnded && OF_END.includes(item));
    if (isOfTie && new Set(row.candidates.slice(0, alike)).size < 2) return [];
    return [row.record, row.linked, ...row.beside, ...row.candidates].some(Boolean) ? [row] : [];
  });
}

function withSlip(
  item: FactItem,
  told: FactText | null,
  record: PersonRow,
  person: PersonRow,
  slipped: ReadonlySet<number>,
): FactText | null {
  const isSame = record.tail !== null && record.tail === person.tail;
  if (item !== 'number_tail' || typeof told !== 'string' || !isSame || !slipped.has(person.key)) return told;
  return { ja: told + BEFORE_TAIL.ja, en: told + BEFORE_TAIL.en };
}

/** How a status of a record and of a resident is told: its words, and its code behind them. */
export interface StatusTexts {
  readonly record: (text: string) => string;
  readonly resident: (text: string) => string;
}

export interface FactContext {
  readonly tie: (source: string) => string;
  readonly statusTexts: (source: string) => StatusTexts;
  /** What else is linked to a resident; null where all of it has a column. */
  readonly records: (person: PersonRow) => Bilingual | null;
}

const same = (text: string) => text;
const PLAIN: StatusTexts = { record: same, resident: same };

const ENDS = { dead: 'died', departed: 'moved away' } as const;

/** A state as its file writes it, in English with what it means of somebody who lives here no more. */
export function withEnd(item: FactItem, person: PersonRow | null, told: string | null): FactText | null {
  const how = person?.ended?.how;
  return item === 'status' && told !== null && how ? { ja: told, en: `${told} (${ENDS[how]})` } : told;
}

function saidBy(say: (text: string) => string, fact: string | null): string | null {
  return fact === null ? null : say(fact);
}

/** A fact of somebody as their file states it, null where it does not; `tie` is what ties the source to residents. */
export function factOf(person: PersonRow | null, item: FactItem, tie: string): string | null {
  const stated = (name: string) => person?.facts[name]?.trim() || null;
  if (item === 'number_tail') return person?.tail ? `…${person.tail}` : null;
  if (item === 'resident_id') return stated('resident_key') ?? person?.view.residentId ?? null;
  if (item === 'channel') return CHANNEL.map(stated).filter(Boolean).join(' ・ ') || null;
  if (item !== 'serial') return stated(item);
  const text = stated('serial') ?? stated(tie);
  return text !== null && text.length > SERIAL_TAIL ? `…${text.slice(-SERIAL_TAIL)}` : text;
}

const CHANNEL = ['terminal', 'operator', 'lookup'];
