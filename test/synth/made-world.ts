import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { type SynthOptions, synthesise } from '../../src/synth/synthesise.js';

export const FILES = [
  'residents.csv',
  'cards.csv',
  'insurance.csv',
  'accounts.txt',
  'services.jsonl',
  'truth.csv',
  'truth-residents.csv',
];

export type Row = Readonly<Record<string, string>>;

/** A record of any source in one shape; `kana` in half width as the source holds it. */
interface SourceRecord {
  readonly id: string;
  readonly tie: string;
  readonly name: string;
  readonly kana: string;
  readonly at: string;
  readonly terminal: string;
}

export interface MadeWorld {
  readonly bytes: Readonly<Record<string, Buffer>>;
  readonly residents: readonly Row[];
  readonly truth: readonly Row[];
  readonly sources: Readonly<Record<string, readonly SourceRecord[]>>;
}

/** Makes a world in a temporary folder and reads it with other means than it was written with. */
export async function madeWorld(options: Omit<SynthOptions, 'out'>): Promise<MadeWorld> {
  const out = await mkdtemp(join(tmpdir(), 'totsugo-test-'));
  try {
    await synthesise({ out, ...options });
    const read = await Promise.all(
      FILES.map(async (file) => [file, await readFile(join(out, file))] as const),
    );
    return opened(Object.fromEntries(read), options.encoding ?? 'utf-8');
  } finally {
    await rm(out, { recursive: true });
  }
}

function opened(bytes: Readonly<Record<string, Buffer>>, encoding: string): MadeWorld {
  const csv = (file: string, code = encoding): Row[] =>
    parse(iconv.decode(bytes[file]!, code), { columns: true });
  return {
    bytes,
    residents: csv('residents.csv'),
    truth: csv('truth.csv', 'utf-8'),
    sources: {
      cards: csv('cards.csv').map((row) => ({
        id: row.発行番号!,
        tie: row.個人番号!,
        name: row.氏名!,
        kana: '',
        at: row.交付日時!,
        terminal: row.端末番号!,
      })),
      insurance: csv('insurance.csv').map((row) => ({
        id: [row.保険者番号, row.記号, row.番号, row.枝番].join('-'),
        tie: row.個人番号!,
        name: row.氏名!,
        kana: row.氏名カナ!,
        at: row.登録日時!,
        terminal: '',
      })),
      accounts: lines(iconv.decode(bytes['accounts.txt']!, 'cp932')).map((line) => ({
        id: [line.slice(0, 4), line.slice(4, 7), line.slice(7, 8), line.slice(8, 15)].join('-'),
        tie: line.slice(45, 57),
        name: '',
        kana: line.slice(15, 45).trimEnd(),
        at: line.slice(57, 71),
        terminal: line.slice(71).trim(),
      })),
      services: lines(bytes['services.jsonl']!.toString('utf8')).map((line) => {
        const row = JSON.parse(line) as Record<string, string | null>;
        return {
          id: row.user_id!,
          tie: row.serial!,
          name: row.name ?? '',
          kana: '',
          at: row.registered_at!,
          terminal: '',
        };
      }),
    },
  };
}

function lines(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}
