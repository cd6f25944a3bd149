import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesise } from './synthesise.js';

/** The sample town: its size and seed never change, so its files do not either. */
const TOWN = { residents: 3000, seed: 2023, wrongRate: 0.0005, encoding: 'cp932' } as const;

/** What is wrong with an added row; `make` damages a copy of the sound row before it (bytes as latin1). */
interface Damage {
  /** Sound rows that stand before it (headers not counted). */
  readonly after: number;
  readonly what: string;
  readonly make: (row: string) => string;
}

const cutShort = (row: string) => row.slice(0, Math.floor(row.length / 3));
const extraColumns = (row: string) => `${row},,8`;
const openQuote = (row: string) => row.replace(/,(?=[^,]*$)/, ',"');
// FF never occurs in CP932.
const badByte = (row: string) => row.split(',').with(3, '\u{ff}').join(',');
const withoutKey = (row: string) => row.replace(/^[^,]*/, '');

/** The damaged rows of each file. Every one is added: no sound row is lost to it. */
export const DAMAGES: Readonly<Record<string, readonly Damage[]>> = {
  'residents.csv': [
    { after: 120, what: 'cut short: columns are missing', make: cutShort },
    { after: 750, what: 'two columns too many', make: extraColumns },
    { after: 1500, what: 'a byte that CP932 does not know', make: badByte },
    { after: 2250, what: 'a quotation mark that is never closed', make: openQuote },
    { after: 2900, what: 'no resident key', make: withoutKey },
  ],
  'cards.csv': [
    { after: 60, what: 'cut short: columns are missing', make: cutShort },
    { after: 800, what: 'a byte that CP932 does not know', make: badByte },
    { after: 1600, what: 'a quotation mark that is never closed', make: openQuote },
    { after: 2000, what: 'no record key', make: withoutKey },
  ],
  'insurance.csv': [
    { after: 90, what: 'two columns too many', make: extraColumns },
    { after: 900, what: 'cut short: columns are missing', make: cutShort },
    { after: 1800, what: 'a byte that CP932 does not know', make: badByte },
  ],
  'accounts.txt': [
    { after: 40, what: 'cut short: 25 of 77 bytes', make: cutShort },
    {
      after: 700,
      what: 'a byte that CP932 does not know',
      make: (row) => `${row.slice(0, 20)}\u{ff}${row.slice(21)}`,
    },
    { after: 1200, what: 'cut short in the middle of the My Number', make: (row) => row.slice(0, 50) },
  ],
  'services.jsonl': [
    { after: 30, what: 'cut short: not JSON', make: cutShort },
    { after: 300, what: 'JSON but not an object', make: () => '["user_id", "serial"]' },
    { after: 500, what: 'no record key', make: (row) => row.replace(/"user_id":"[^"]*",/, '') },
  ],
};

const COPIED = ['truth.csv', 'truth-residents.csv'];

/**
 * Writes sample-data/: a made-up town of 3,000 residents with damaged rows added, and damaged.csv telling where
 * they stand (physical lines, 1-based). The same bytes every time.
 */
export async function makeSampleData(out: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), 'totsugo-sample-'));
  try {
    await synthesise({ out: draft, ...TOWN });
    const listed: string[] = ['file,line,what'];
    for (const [file, damages] of Object.entries(DAMAGES)) {
      const text = await readFile(join(draft, file), 'latin1');
      const { lines, places } = damage(text, damages, file.endsWith('.csv') ? 1 : 0);
      await writeFile(join(out, file), lines, 'latin1');
      listed.push(...places.map(({ line, what }) => `${file},${line},${what}`));
    }
    await writeFile(join(out, 'damaged.csv'), `${listed.join('\n')}\n`);
    for (const file of COPIED) await writeFile(join(out, file), await readFile(join(draft, file)));
  } finally {
    await rm(draft, { recursive: true });
  }
}

function damage(text: string, damages: readonly Damage[], headers: number) {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const rows = text.split(end);
  const places: { line: number; what: string }[] = [];
  for (const { after, what, make } of damages) {
    const at = headers + after + places.length;
    rows.splice(at, 0, make(rows[at - 1]!));
    places.push({ line: at + 1, what });
  }
  return { lines: rows.join(end), places };
}
