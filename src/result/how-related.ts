import type { FindingHead } from '../audit/finding.js';
import rowShift from '../findings/causes/row-shift.js';
import sharedTerminal from '../findings/causes/shared-terminal.js';
import duplicateResident from '../findings/kinds/duplicate-resident.js';
import swappedLinks from '../findings/kinds/swapped-links.js';
import unknownNumber from '../findings/kinds/unknown-number.js';
import type { Bilingual } from '../text/bilingual.js';
import { SAME } from './same-name.js';

/** What is known of a case when it is told of another. */
export interface Told {
  readonly kind: string;
  readonly cause: string | null;
  /** Null for a row of the register whose case is told of by its rows alone. */
  readonly incident: string | null;
  readonly source: string;
  readonly organisation: string | null;
  readonly lid: number | null;
  readonly rid: number | null;
  readonly recordId: string;
  /** Candidates that stand on the page, in their order, by key; asked of the case that tells of others. */
  readonly shown?: readonly number[];
}

/** A related case, with what is known of it and the case that tells it together. */
export interface ToldBeside extends Told {
  /** In how many digits the numbers of both records differ; null where one has none. */
  readonly digitsOff: number | null;
  /** Whose number alone has a wrong check digit. */
  readonly unchecked: 'own' | 'other' | null;
  /** How the names of both records compare; null where neither has one. */
  readonly same: keyof typeof NAMES | null;
}

/** Digits in which numbers differ that are one slip apart: a digit, or two beside each other that were turned. */
const SLIP = 2;

/**
 * Records of two organisations that seem to be one person whose number was written down in two ways: their cases stand alone, and tell of
 * each other. At one home two numbers are two people's.
 */
export function isSlip(own: Told, { incident, organisation, digitsOff }: ToldBeside): boolean {
  const areOfLinks = own.incident !== null && incident !== null;
  const isOnePerson = areOfLinks && own.incident !== incident && own.organisation !== organisation;
  return isOnePerson && digitsOff !== null && digitsOff > 0 && digitsOff <= SLIP;
}

/** How the numbers of what seems to be one person stand to each other, as words that follow. */
function withNumbers(text: Bilingual, { digitsOff, unchecked }: ToldBeside): Bilingual {
  if (digitsOff === null) return text;
  if (digitsOff === 0) return how(`${text.ja}・同じ番号`, SAME_PERSON_AND_NUMBER);
  const odd = unchecked && UNCHECKED[unchecked];
  return how(
    `${text.ja}・番号は${digitsOff}桁違い${odd?.ja ?? ''}`,
    `${text.en}, number differs in ${digitsOff} ${digitsOff === 1 ? 'digit' : 'digits'}${odd?.en ?? ''}`,
  );
}

const UNCHECKED: Readonly<Record<'own' | 'other', Bilingual>> = {
  own: {
    ja: '（検査用数字が合わないのはこの記録）',
    en: ' (the check digit of this record’s is wrong)',
  },
  other: {
    ja: '（検査用数字が合わないのは先方の記録）',
    en: ' (the check digit of the other’s is wrong)',
  },
};

const how = (ja: string, en: string): Bilingual => ({ ja, en });

const SAME_ROWS = how('同じ2行をもう一方から', 'the same two rows, seen from the other');
const OTHER_ROW = how('同じ人とみられる別の行', 'another row that seems to be the same person');
const OF_ROWS = how('この2行の両方に関わる記録', 'a record that concerns both rows');
const SAME_LINK = how('同じ紐付けについての別の問い', 'another question about this same link');
const SAME_RECORD = how('同じ記録の、別の住民への紐付け', 'the same record, linked to another resident');
const OTHER_HALF = how('入れ替わりの相手', 'swapped with this one');

/** Whether a related case asks something else of the very link. */
export const isOfSameLink = ({ en }: Bilingual): boolean => en === SAME_LINK.en;

/** Whether a related case is one of those with which a record was swapped: one, or the others of a ring. */
export const isSwappedWith = ({ how }: { readonly how: Bilingual }): boolean => how.en === OTHER_HALF.en;

const SAME_NUMBER = how('同じ番号の別の記録', 'another record with the same number');
/** Whether a number that nobody has is that of one person in two places, or of two. */
const NAMES = {
  ...SAME,
  differ: how('氏名の表記はAと異なる', 'name written otherwise than A'),
} as const;
const SAME_HOME = how(
  '同じ住所の、住民が見つからない別の記録',
  'another record at this address of which no resident is found',
);
const SAME_PERSON = how(
  '同じ氏名・生年月日の、住民が見つからない別の記録',
  'another record of this name and date of birth of which no resident is found',
);
const SAME_RESIDENT = how('同じ住民への別の記録', 'another record of the same resident');
const SAME_BLOCK = how('行ずれの同じ区間', 'the same shifted block');
const SAME_TERMINAL = how('同じ共用端末での登録', 'registered at the same shared terminal');
const TOGETHER = how('同じまとまり', 'belongs to the same incident');

/** Whether a related case is one of those at the home of a record of which no resident is found. */
export const isAtHome = (how: Bilingual): boolean => how.en === SAME_HOME.en;

const SAME_PERSON_AND_NUMBER = `${SAME_PERSON.en}, same number`;

/** Whose the number of a related case is that has this one's: of somebody called so, or of another name; null of others, or where no name tells. */
export function withSameNumber({ en }: Bilingual): 'same' | 'another' | null {
  const isWith = (same: keyof typeof NAMES) => en === withName(SAME_NUMBER, { same }).en;
  if (isWith('name') || isWith('kana') || en === SAME_PERSON_AND_NUMBER) return 'same';
  return isWith('differ') ? 'another' : null;
}

function withName(text: Bilingual, { same }: Pick<ToldBeside, 'same'>): Bilingual {
  return same === null ? text : how(`${text.ja}（${NAMES[same].ja}）`, `${text.en} (${NAMES[same].en})`);
}

/**
 * How a related case belongs together with one, the closest tie first. `pair` are the keys of both rows where the related case is about
 * the register.
 */
export function howRelated(
  own: Told,
  other: ToldBeside,
  finding: Pick<FindingHead, 'record_id' | 'resident_id' | 'candidates'>,
  pair?: readonly [string, string],
): Bilingual {
  if (pair) return own.kind === duplicateResident.id ? ofRegister(finding, pair) : onePerson(finding, pair);
  if (own.kind === duplicateResident.id) return OF_ROWS;
  if (own.incident !== other.incident)
    return own.organisation === other.organisation ? SAME_HOME : withNumbers(SAME_PERSON, other);
  const isOfSource = own.source === other.source;
  const both = (kind: string) => own.kind === kind && other.kind === kind;
  const bothBy = (cause: string) => own.cause === cause && other.cause === cause;
  if (own.lid === other.lid) return SAME_LINK;
  if (isOfSource && own.recordId === other.recordId) return sameRecord(own, other);
  if (both(swappedLinks.id)) return OTHER_HALF;
  if (both(unknownNumber.id) && other.digitsOff === 0) return withName(SAME_NUMBER, other);
  if (isOfSource && own.rid !== null && own.rid === other.rid) return SAME_RESIDENT;
  if (bothBy(rowShift.id)) return SAME_BLOCK;
  return bothBy(sharedTerminal.id) ? SAME_TERMINAL : TOGETHER;
}

/** Which column of the page another link of its record leads to; the name that stands beside the case is that of the record itself. */
function sameRecord({ rid, shown = [] }: Told, other: Told): Bilingual {
  const place = [rid, ...shown].indexOf(other.rid);
  if (other.rid === null || place < 0) return SAME_RECORD;
  const label = place === 0 ? 'B' : `C${place}`;
  return how(`同じ記録の、${label}への紐付け`, `the same record, linked to ${label}`);
}

function ofRegister(
  { record_id, resident_id }: Pick<FindingHead, 'record_id' | 'resident_id'>,
  pair: readonly string[],
): Bilingual {
  return pair.includes(record_id) && pair.includes(resident_id!) ? SAME_ROWS : OTHER_ROW;
}

/** Of a link: which of the page's columns, or which row beside it, the register has to tell apart. */
function onePerson(
  { resident_id, candidates }: Pick<FindingHead, 'resident_id' | 'candidates'>,
  pair: readonly string[],
): Bilingual {
  const labels = new Map<string | null, string>([
    ...candidates.map((one, index) => [one.resident_id, `C${index + 1}`] as const),
    [resident_id, 'B'],
  ]);
  const [one, two] = pair
    .toSorted((a, b) => ((labels.get(a) ?? 'Z') < (labels.get(b) ?? 'Z') ? -1 : 1))
    .map((key) => ({ ja: labels.get(key) ?? `宛名番号 ${key} `, en: labels.get(key) ?? `resident ${key}` }));
  return how(`${one!.ja}と${two!.ja}が同じ人か`, `are ${one!.en} and ${two!.en} one person?`);
}
