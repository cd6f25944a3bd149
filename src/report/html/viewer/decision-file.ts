// The file in which decisions leave and enter: a first line about the file, then one decision a line.
import type { PastDecision } from '../../../audit/case.js';
import type { OrgData } from '../viewer-data.js';

/** A decision as this browser keeps it and as a line of the file has it. A withdrawn one takes back what was decided before. */
export interface DecisionEvent extends Pick<PastDecision, 'decision' | 'candidate' | 'reason' | 'at'> {
  readonly case: string;
  readonly fingerprint: string;
}

const SCHEMA = 'totsugo-decisions/1';

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of the lines after the first, as UTF-8: tells a file cut short or edited from a whole one. */
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
  decisions: readonly DecisionEvent[],
  reviewer: string,
  { runId, organisation }: Origin,
): string {
  const body = decisions.map((event) => `${JSON.stringify(event)}\n`).join('');
  const head = {
    schema: SCHEMA,
    run_id: runId,
    organisation,
    reviewer,
    count: decisions.length,
    checksum: checksum(body),
  };
  return `${JSON.stringify(head)}\n${body}`;
}

/** Codes that a decision may carry. */
type Known = Pick<OrgData, 'decisions' | 'reasons'>;

// biome-ignore lint/suspicious/noExplicitAny: it has been read from a file and may be anything
function isDecision(event: any, { decisions, reasons }: Known): event is DecisionEvent {
  return (
    typeof event?.case === 'string' &&
    typeof event.fingerprint === 'string' &&
    typeof event.at === 'string' &&
    (event.decision === 'withdrawn' || Object.hasOwn(decisions, event.decision)) &&
    (event.candidate === null || /^C[1-3]$/.test(event.candidate)) &&
    (event.reason === null || Object.hasOwn(reasons, event.reason))
  );
}

/** Decisions of a file, or why there are none: it is damaged, or belongs to another run or organisation. */
export function readDecisionFile(
  text: string,
  org: Origin & Known,
): readonly DecisionEvent[] | 'broken' | 'other' {
  try {
    const end = text.indexOf('\n');
    const head = JSON.parse(text.slice(0, end));
    const body = text.slice(end + 1);
    if (head.schema !== SCHEMA || head.checksum !== checksum(body)) return 'broken';
    if (head.run_id !== org.runId || head.organisation !== org.organisation) return 'other';
    const events: readonly unknown[] = body
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    const decisions = events.filter((event) => isDecision(event, org));
    return events.length === head.count && decisions.length === events.length ? decisions : 'broken';
  } catch {
    return 'broken';
  }
}
