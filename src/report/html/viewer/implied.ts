// What a decision on one case says of the others that belong together with it, seen from all that is decided in the act: no
// answer may hang on the case at which somebody happened to start.
import type { DecisionCode } from '../../../audit/case.js';

/** A decision, and the label of the rightful candidate. */
export interface Implied {
  readonly decision: DecisionCode;
  readonly candidate: string | null;
}

/** Of a case, what decisions on others are derived by. */
export interface LinkedCase {
  readonly id: string;
  readonly kind: string;
  readonly cause: string;
  readonly source: string;
  readonly record: string;
  /** The linked one (B). */
  readonly resident: string | null;
  readonly candidates: readonly { readonly label: string; readonly resident: string | null }[];
  /** Other records of the resident that stand beside this one. */
  readonly beside: number;
  /** Decisions that its kind offers. */
  readonly offered: readonly (DecisionCode | null)[];
}

/** One act: the case somebody decides, what they say, those chosen to be decided along, and all others that belong together. */
export interface Act {
  readonly start: LinkedCase;
  readonly said: Implied;
  readonly chosen: readonly LinkedCase[];
  readonly unchosen: readonly LinkedCase[];
  /** Decisions in force, by case. */
  readonly standing: ReadonlyMap<string, Implied>;
}

/** By case what the act settles (a chosen case that is not there must be looked at), and cases whose answers exclude each other. */
export interface Settled {
  readonly implied: ReadonlyMap<string, Implied>;
  readonly contradictions: readonly string[];
}

type Decided = ReadonlyMap<string, Implied>;

/** Kind of the case that asks which of several records of a resident is valid. */
export const SECOND_RECORD = 'duplicate-link';
const isSecond = ({ kind }: LinkedCase) => kind === SECOND_RECORD;
const isWrong = (said: Implied | undefined) => said?.decision.startsWith('wrong') === true;

/** Settles an act: links first, then, by all that is known of them, which record of a resident is valid. */
export function settle(act: Act): Settled {
  const { start, said, chosen, unchosen, standing } = act;
  const all = [start, ...chosen, ...unchosen];
  const links = new Map([[start.id, said]]);
  for (const { id } of unchosen) {
    const decided = standing.get(id);
    if (decided) links.set(id, decided);
  }
  const implied = new Map<string, Implied>();
  const put = (other: LinkedCase, answer: Implied | null) => {
    if (answer && other.offered.includes(answer.decision)) implied.set(other.id, answer);
  };
  for (const other of chosen) put(other, alike(start, said, other));
  const known: Decided = new Map([...links, ...implied]);
  for (const other of chosen)
    if (isSecond(other) && !implied.has(other.id)) put(other, validity(other, all, known, start));
  const decided = new Map([...links, ...implied]);
  const isOfAct = new Set([start.id, ...implied.keys()]);
  return { implied, contradictions: contradictions(all, decided, isOfAct) };
}

const plain = (decision: DecisionCode): Implied => ({ decision, candidate: null });

/**
 * What is said of one link as it is of another: to be held or faulty data; of a shared record whose it is; of links wrong for one
 * cause that all are, each with the one candidate of its own. Null where somebody must look.
 */
function alike(start: LinkedCase, { decision, candidate }: Implied, other: LinkedCase): Implied | null {
  if (decision === 'hold' || decision === 'bad-data') return plain(decision);
  if (isSecond(start) || isSecond(other)) return null;
  const isOneRecord = other.record === start.record && other.source === start.source;
  if (isOneRecord && [start.kind, other.kind].includes('shared-record'))
    return ofShared(start, candidate, other);
  if (start.kind !== other.kind || start.cause !== other.cause) return null;
  if (decision !== 'wrong-candidate') return plain(decision);
  const [only, second] = other.candidates;
  return only && !second ? { decision, candidate: only.label } : null;
}

function ofShared(start: LinkedCase, candidate: string | null, other: LinkedCase): Implied | null {
  const owner = start.candidates.find(({ label }) => label === candidate)?.resident ?? null;
  if (owner === null) return null;
  if (other.resident === owner) return plain('right');
  const own = other.candidates.find(({ resident }) => resident === owner);
  return own ? { decision: 'wrong-candidate', candidate: own.label } : null;
}

/** Cases of the records of one resident in one source, among which one is valid. */
function recordsOf({ resident, source }: LinkedCase, all: readonly LinkedCase[]): readonly LinkedCase[] {
  return all.filter((one) => isSecond(one) && one.resident === resident && one.source === source);
}

/** Cases about the link of the record itself that are decided wrong. */
function wrongLinks(one: LinkedCase, all: readonly LinkedCase[], decided: Decided): readonly LinkedCase[] {
  return all.filter(
    (link) =>
      !isSecond(link) &&
      link.record === one.record &&
      link.source === one.source &&
      link.resident === one.resident &&
      isWrong(decided.get(link.id)),
  );
}

/** Which record of a resident is valid: none whose own link is wrong, none beside a valid one, the last that is left. */
function validity(
  other: LinkedCase,
  all: readonly LinkedCase[],
  decided: Decided,
  start: LinkedCase,
): Implied | null {
  const records = recordsOf(other, all);
  const isOut = (one: LinkedCase) =>
    decided.get(one.id)?.decision === 'other-valid' || wrongLinks(one, all, decided).length > 0;
  const others = records.filter(({ id }) => id !== other.id);
  const areAllKnown = others.length > 0 && other.beside <= others.length;
  if (others.some(({ id }) => decided.get(id)?.decision === 'this-valid')) return plain('other-valid');
  if (isOut(other)) return areAllKnown && others.every(isOut) ? null : plain('other-valid');
  const isStart = others.some(({ id }) => id === start.id);
  if (isStart && decided.get(start.id)?.decision === 'both-valid') return plain('both-valid');
  return areAllKnown && others.every(isOut) ? plain('this-valid') : null;
}

/** Cases of the act whose answers cannot all hold, with those they collide with. */
function contradictions(
  all: readonly LinkedCase[],
  decided: Decided,
  isOfAct: ReadonlySet<string>,
): readonly string[] {
  const found = new Set<string>();
  const tell = (cases: readonly LinkedCase[]) => {
    if (cases.some(({ id }) => isOfAct.has(id))) for (const { id } of cases) found.add(id);
  };
  for (const one of all.filter(isSecond)) {
    const answer = decided.get(one.id)?.decision;
    const others = recordsOf(one, all).filter(({ id }) => id !== one.id);
    const those = (...codes: readonly DecisionCode[]) =>
      others.filter(({ id }) => codes.some((code) => decided.get(id)?.decision === code));
    const valid = answer === 'this-valid' ? [one] : answer === 'both-valid' ? [one, ...others] : [];
    const wrong = valid.flatMap((record) => wrongLinks(record, all, decided));
    if (wrong.length > 0) tell([one, ...wrong]);
    if (answer === 'this-valid') {
      const rivals = those('this-valid', 'both-valid');
      if (rivals.length > 0) tell([one, ...rivals]);
    }
    const out = those('other-valid');
    const areTwo = others.length === 1 && one.beside <= 1;
    if (answer === 'both-valid' && areTwo && out.length > 0) tell([one, ...out]);
    const isNobody = others.length > 0 && out.length === others.length && one.beside <= others.length;
    if (answer === 'other-valid' && isNobody) tell([one, ...out]);
  }
  return all.filter(({ id }) => found.has(id)).map(({ id }) => id);
}
