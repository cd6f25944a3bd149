import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { InputSpec, LinkSpec } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { type IngestReport, ingestInput } from '../../src/ingest/index.js';

export interface Reject {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
  readonly code: string;
  readonly column: string | null;
}

export interface Ingested {
  readonly report: IngestReport;
  /** Accepted rows in table order. */
  readonly rows: readonly Record<string, unknown>[];
  readonly rejects: readonly Reject[];
  readonly workDir: string;
  readonly dir: string;
}

/** A source of links read from one file; `over` changes what differs. */
export function linkSpec(over: Partial<LinkSpec> = {}): LinkSpec {
  return {
    id: 'cards',
    files: ['input'],
    format: 'csv',
    encoding: 'utf-8',
    layout: null,
    columns: {
      record_id: { from: ['発行番号'], format: null },
      my_number: { from: ['個人番号'], format: null },
      name: { from: ['氏名'], format: null },
    },
    maxRejectShare: 0.01,
    title: { ja: 'カード', en: 'cards' },
    via: 'my_number',
    onePerResident: false,
    onePerRecord: false,
    maxUnknownShare: 0.5,
    ...over,
  };
}

export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'ingest-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

/** Reads the given files as one source and gives everything that came of it. */
export async function ingested(
  files: Readonly<Record<string, string | Uint8Array>>,
  spec: InputSpec,
  use?: Engine,
): Promise<Ingested> {
  const dir = folder(files);
  const workDir = join(dir, 'work');
  const engine = use ?? (await openDuckDb());
  try {
    const report = await ingestInput(engine, spec, { dir, workDir });
    const rows = await engine.rows(`select * from "raw_${spec.id}"`);
    const rejects = await engine.rows<Reject>(
      `select file, line, "offset", code, "column" from rejects where source = '${spec.id}' order by file, line`,
    );
    return { report, rows, rejects, workDir, dir };
  } finally {
    if (!use) engine.close();
  }
}
