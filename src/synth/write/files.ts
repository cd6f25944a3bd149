import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import type { Engine } from '../../engine/engine.js';
import { literal } from '../../engine/sql.js';

export type Encoding = 'utf-8' | 'cp932';

/** Writes a query as a CSV file with a header line, quoting only where needed. */
export async function writeCsv(
  engine: Engine,
  query: string,
  out: string,
  name: string,
  encoding: Encoding,
): Promise<void> {
  await copyOut(engine, query, join(out, name), 'FORMAT csv, HEADER', encoding);
}

/** Writes the only (text) column of a query as lines; the texts hold no comma, quote or line end. */
export async function writeLines(
  engine: Engine,
  query: string,
  out: string,
  name: string,
  encoding: Encoding,
): Promise<void> {
  await copyOut(engine, query, join(out, name), `FORMAT csv, HEADER false, QUOTE '', ESCAPE ''`, encoding);
}

/** Writes a query as JSON objects, one a line, in UTF-8. */
export async function writeJsonl(engine: Engine, query: string, out: string, name: string): Promise<void> {
  await copyOut(engine, query, join(out, name), 'FORMAT json', 'utf-8');
}

async function copyOut(
  engine: Engine,
  query: string,
  path: string,
  format: string,
  encoding: Encoding,
): Promise<void> {
  const draft = `${path}.part`;
  await engine.run(`COPY (${query}) TO ${literal(draft)} (${format})`);
  if (encoding === 'utf-8') {
    await rename(draft, path);
    return;
  }
  await pipeline(createReadStream(draft, { encoding: 'utf8' }), toCp932(), createWriteStream(path));
  await rm(draft);
}

/** DuckDB cannot write CP932. Such files come from Windows, so their lines end with CR LF. */
function toCp932(): Transform {
  return new Transform({
    decodeStrings: false,
    transform: (text: string, _encoding, done) =>
      done(null, iconv.encode(text.replaceAll('\n', '\r\n'), 'cp932')),
  });
}
