// The file in which decisions leave and enter: a first line about the file, then one decision a line.
import type { PastDecision } from '../../../audit/case.js';
import { reviewerKey } from '../../../audit/reviewer.js';
import type { OrgData } from '../viewer-data.js';
import type { RevealEvent } from './reveals.js';

/** A decision as this browser keeps it and as a line of the file has it. A withdrawn one takes back what was decided before. */
export interface DecisionEvent extends Pick<PastDecision, 'decision' | 'candidate' | 'reason' | 'at'> {
  readonly case: string;
  readonly fingerprint: string;
  /** Whose it is; not yet known of one decided here before a code was typed. */
  readonly reviewer?: string;
  /** What was decided in one act has one text here; it stays in this browser. */
  readonly act?: string;
}

/** What pages of version 0.1.0 wrote has no reviewer in its lines, and its head unchecked. */
const SCHEMA = 'totsugo-decisions/3';
/** Of before kinds had answers of their own: every case could be decided as a link. */
const SECOND_SCHEMA = 'totsugo-decisions/2';
const FIRST_SCHEMA = 'totsugo-decisions/1';

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of a text as UTF-8, here of the head without it and of all lines: tells a file cut short or edited from a whole one. */
function checksum(text: string): string {
  let value = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    value = TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8);
  }
  return `crc32:${((value ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')}`;
}

/** The run and the organisation that a file belongs to. */
type Origin = Pick<OrgData, 'runId' | 'organisation'>;

export function decisionFile(
  decisions: readonly (DecisionEvent | RevealEvent)[],
  reviewer: string,
  { runId, organisation }: Origin,
): string {
  const body = decisions
    .map((event) => `${JSON.stringify({ ...event, act: undefined, reviewer })}\n`)
    .join('');
  const head = {
    schema: SCHEMA,
    run_id: runId,
    organisation,
    reviewer,
    count: decisions.length,
  };
  const line = JSON.stringify({ ...head, checksum: checksum(`${JSON.stringify(head)}\n${body}`) });
  return `${line}\n${body}`;
}

/** Codes that a decision may carry. */
type Known = Pick<OrgData, 'decisions' | 'reasons'>;

// biome-ignore lint/suspicious/noExplicitAny: it has been read from a file and may be anything
function isDecision(event: any, { decisions, reasons }: Known, latest: string): event is DecisionEvent {
  return (
    typeof event?.case === 'string' &&
    typeof event.fingerprint === 'string' &&
    typeof event.at === 'string' &&
    event.at <= latest &&
    (event.reviewer === undefined || typeof event.reviewer === 'string') &&
    (event.decision === 'withdrawn' || Object.hasOwn(decisions, event.decision)) &&
    (event.candidate === null || /^C[1-3]$/.test(event.candidate)) &&
    (event.reason === null || Object.hasOwn(reasons, event.reason))
  );
}

/** How far the clock of a colleague's machine may be ahead. */
const CLOCK_APART_MS = 5 * 60_000;

/** Decisions of a file, all of one reviewer and none of the future, or why there are none: it is damaged, or belongs to another run or organisation. */
export function readDecisionFile(
  text: string,
  org: Origin & Known,
  now = Date.now(),
): readonly DecisionEvent[] | 'broken' | 'other' {
  try {
    const end = text.indexOf('\n');
    const { checksum: said, ...head } = JSON.parse(text.slice(0, end));
    const body = text.slice(end + 1);
    const covered = head.schema === FIRST_SCHEMA ? body : `${JSON.stringify(head)}\n${body}`;
    if (![SCHEMA, SECOND_SCHEMA, FIRST_SCHEMA].includes(head.schema) || said !== checksum(covered))
      return 'broken';
    if (typeof head.reviewer !== 'string') return 'broken';
    if (head.run_id !== org.runId || head.organisation !== org.organisation) return 'other';
    const all: readonly { readonly decision?: unknown }[] = body
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    // What a colleague has had shown is no decision.
    const events = all.filter((event) => event?.decision !== 'revealed');
    const latest = new Date(now + CLOCK_APART_MS).toISOString();
    const decisions = events
      .filter((event) => isDecision(event, org, latest))
      .map((event) => ({ ...event, reviewer: event.reviewer ?? head.reviewer }))
      .filter(({ reviewer }) => reviewerKey(reviewer) === reviewerKey(head.reviewer));
    return all.length === head.count && decisions.length === events.length ? decisions : 'broken';
  } catch {
    return 'broken';
  }
}
