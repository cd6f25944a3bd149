import { join } from 'node:path';
import { openRegular } from '../files/regular-file.js';
import type { Bilingual } from '../text/bilingual.js';
import { fill } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { type ChainKey, type ChainReport, parsed, verifyChain } from './audit-chain.js';
import { AUDIT_LOG, keysOf, type LogPlace } from './audit-log.js';
import { LOG_HEAD, readLogHead } from './log-head.js';
import type { Manifest } from './manifest.js';
import { logPlaceOf } from './run-log.js';

/** A line of the log, for people to read. */
export interface AuditEntry {
  readonly line: number;
  readonly ofRun: boolean;
  readonly at: string;
  readonly who: string;
  readonly action: string;
  /** The file concerned, where there is one. */
  readonly path: string;
}

export interface Examined {
  readonly entries: readonly AuditEntry[];
  readonly report: ChainReport;
  /** The first thing that is wrong with the log or with the run's copy of it; null where both hold. */
  readonly failure: Failure | null;
}

/**
 * Goes through the log of a run: the copy in its folder and the pipeline's own, each with its heads, and whether the
 * copy is a beginning of the log. Shows the copy's lines.
 */
export async function examineLog(dir: string, manifest: Manifest): Promise<Examined> {
  const place = await logPlaceOf(dir, manifest);
  const copy = await look(place, join(dir, AUDIT_LOG), [join(dir, LOG_HEAD)]);
  const own = place.path === join(dir, AUDIT_LOG) ? copy : await look(place, place.path, place.heads);
  const entries = copy.lines.map((line, i) => entryOf(line, i + 1, manifest.run_id));
  const failure =
    missing(copy) ?? copy.failure ?? own.failure ?? parting(copy, own, manifest.run_id, place.path);
  return { entries, report: copy.report, failure };
}

function missing({ path, lines }: Looked): Failure | null {
  return lines.length > 0 ? null : new Failure('audit-log-missing', { values: { path } });
}

interface Looked {
  readonly path: string;
  readonly lines: readonly string[];
  readonly report: ChainReport;
  readonly failure: Failure | null;
}

async function look(place: LogPlace, path: string, heads: readonly string[]): Promise<Looked> {
  const lines = await linesOf(path);
  const keys = keysOf(place);
  const report = await verifyChain(lines, keys);
  const { broken } = report;
  const failure = broken
    ? new Failure(`audit-log-broken/${broken.why}`, { values: { path, line: broken.line } })
    : await againstHeads(path, lines, heads, keys);
  return { path, lines, report, failure };
}

/** Every line that a head counts must be there, and be the one that it names. */
async function againstHeads(
  path: string,
  lines: readonly string[],
  heads: readonly string[],
  keys: readonly ChainKey[],
): Promise<Failure | null> {
  for (const place of heads) {
    const head = await readLogHead(place, keys);
    if (head === 'none') continue;
    if (head === 'unsound') return new Failure('audit-log-head', { values: { head: place } });
    const cut = head.lines > lines.length;
    const values = { path, head: place, expected: head.lines, found: lines.length };
    if (cut) return new Failure('audit-log-cut', { values });
    if (head.lines > 0 && parsed(lines[head.lines - 1]!).hash !== head.hash)
      return new Failure('audit-log-broken/other-log', { values });
  }
  return null;
}

/** The copy is a beginning of the log, and holds every line of its run but those of later commands on other copies. */
function parting(copy: Looked, own: Looked, runId: string, path: string): Failure | null {
  if (own.lines.length === 0) return null;
  const line = copy.lines.findIndex((text, i) => own.lines[i] !== text);
  if (line >= 0) return new Failure('audit-log-broken/parted', { values: { path, line: line + 1 } });
  const finished = own.lines.findLastIndex((text) => {
    const { run_id, action } = parsed(text);
    return run_id === runId && action === 'run-finished';
  });
  if (finished < copy.lines.length) return null;
  const values = { path: copy.path, head: path, expected: finished + 1, found: copy.lines.length };
  return new Failure('audit-log-cut', { values });
}

/** The whole lines of a log, and what is left after the last as one more; none where there is no file. */
async function linesOf(path: string): Promise<string[]> {
  const file = await openRegular(path).catch(() => null);
  if (file === null) return [];
  const lines: string[] = [];
  for await (const line of file.readLines({ encoding: 'utf8' })) lines.push(line);
  return lines;
}

function entryOf(text: string, line: number, runId: string): AuditEntry {
  const { at, who, action, path, pipeline, run_id } = parsed(text);
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    line,
    ofRun: run_id === runId || said(action).startsWith('log-'),
    at: said(at),
    who: said(who),
    action: said(action),
    path: said(path ?? pipeline),
  };
}

/** What a chain that holds is worth. */
export function chainSays({ end, plainLines }: ChainReport): Bilingual {
  const text = !end.keyed ? PLAIN : plainLines > 0 ? KEYED_FROM : KEYED;
  return fill(text, { lines: end.lines, key: end.key ?? '?', from: plainLines + 1 });
}

const KEYED = {
  ja: 'すべての行（{lines} 行）がつながっています。鍵 {key} で保護されています。',
  en: 'Every line carries on from the one before ({lines} lines), under the key {key}.',
};
const KEYED_FROM = {
  ja: 'すべての行（{lines} 行）がつながっています。{from} 行目から鍵 {key} で保護されています（それより前は鍵なし）。',
  en: 'Every line carries on from the one before ({lines} lines), from line {from} on under the key {key}; those before are plain.',
};
const PLAIN = {
  ja: 'すべての行（{lines} 行）がつながっています。ただし鍵なしのログです。誰でも全体を書き直せるため、偽造がないとは言えません（privacy.key_file を設定してください）。',
  en: 'Every line carries on from the one before ({lines} lines). It is a plain chain, without a key: whoever can write the file could have written all of it anew. Set privacy.key_file.',
};
