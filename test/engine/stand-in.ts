import { mkdirSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openDuckDb } from '../../src/engine/duckdb.js';

/** What a request was, as the server saw it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Server {
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

type Answer = { readonly status?: number; readonly body?: unknown };

type Said = Answer | 'hang up' | null;

/** A server that answers requests by a function of them and of their place among all; null leaves one without an answer. */
export async function serve(
  answer: (asked: Asked, place: number, url: string) => Said | Promise<Said>,
  tls?: { readonly key: string; readonly cert: string },
  port = 0,
): Promise<Server> {
  const asked: Asked[] = [];
  const listener: RequestListener = async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const one = { method: request.method!, path: request.url!, headers: request.headers, body };
    const said = await answer(one, asked.push(one) - 1, url);
    if (said === null) return;
    if (said === 'hang up') {
      request.socket.destroy();
      return;
    }
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json' });
    response.end(said.body === undefined ? '' : JSON.stringify(said.body));
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `${tls ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A server before that of a cluster: what `instead` answers does not reach it. */
export function inFrontOf(url: string, instead: Parameters<typeof serve>[0], port = 0): Promise<Server> {
  const answer: typeof instead = async (asked, place, own) => {
    const said = await instead(asked, place, own);
    if (said === null || said === 'hang up' || Object.keys(said).length > 0) return said;
    const { method, path, body, headers } = asked;
    const known = Object.entries(headers).filter(([name]) => name.startsWith('x-trino-'));
    const reply = await fetch(url + path, {
      method,
      body: body || null,
      headers: Object.fromEntries(known) as Record<string, string>,
    }).catch(() => null);
    if (reply === null) return 'hang up';
    const text = await reply.text();
    return { status: reply.status, body: reply.ok && text !== '' ? JSON.parse(text) : undefined };
  };
  return serve(answer, undefined, port);
}

/**
 * Speaks Trino's protocol and has DuckDB behind it: tables of Parquet at the locations that statements tell. Where no JVM is, it
 * shows that the seam holds, not what Trino makes of a statement; that is for `npm run test:trino`.
 *
 * @param lake the folder that the location `local:///` is.
 */
export async function standIn(lake: string): Promise<Server & { readonly refused: readonly string[] }> {
  const engine = await openDuckDb();
  for (const macro of MACROS) await engine.run(`CREATE MACRO ${macro}`);
  const tables = new Map<string, { readonly columns: string; readonly dir: string; readonly csv: boolean }>();
  const schemas = new Map<string, string>();
  const refused: string[] = [];
  let written = 0;

  const answerTo = async (sql: string): Promise<unknown> => {
    const created =
      /^CREATE TABLE "?(\w+)"? \((.*?)\)\s+WITH \(format = '(\w+)', external_location = '(.*?)'\)$/s.exec(
        sql,
      );
    const inserted = /^INSERT INTO "?(\w+)"? (.*)$/s.exec(sql);
    const dropped = /^DROP TABLE (?:IF EXISTS )?"?(\w+)"?$/.exec(sql);
    const [, schema, location] = /^CREATE SCHEMA lake\.(\w+) WITH \(location = ('.*')\)$/.exec(sql) ?? [];
    if (schema) {
      schemas.set(schema, location!);
      return {};
    }
    if (sql === 'SHOW SCHEMAS FROM lake')
      return {
        columns: [{ name: 'Schema', type: 'varchar' }],
        data: ['default', ...schemas.keys()].map((name) => [name]),
      };
    const [, shown] = /^SHOW CREATE SCHEMA lake\.(\w+)$/.exec(sql) ?? [];
    if (shown)
      return {
        columns: [{ name: 'Create Schema', type: 'varchar' }],
        data: [[`CREATE SCHEMA lake.${shown}\nWITH (\n   location = ${schemas.get(shown)}\n)`]],
      };
    const [, gone] = /^DROP SCHEMA (?:IF EXISTS )?lake\.(\w+) CASCADE$/.exec(sql) ?? [];
    if (gone) {
      schemas.delete(gone);
      for (const name of tables.keys()) await engine.run(`DROP VIEW IF EXISTS "${name}"`);
      tables.clear();
      return {};
    }
    if (sql === 'SHOW CATALOGS') return { columns: [{ name: 'Catalog', type: 'varchar' }], data: [['lake']] };
    if (created) {
      const [, name, columns, format, location] = created;
      const dir = join(lake, location!.replace('local:///', ''));
      tables.set(name!, { columns: columns!, dir, csv: format === 'CSV' });
      return {};
    }
    if (dropped) {
      tables.delete(dropped[1]!);
      await engine.run(`DROP VIEW IF EXISTS "${dropped[1]}"`);
      return {};
    }
    for (const [name, { columns, dir, csv }] of tables) {
      const files = readdirSync(dir).filter((file) => !/^[._]/.test(file));
      const typed = columns.split(', ').map((column) => column.split(' ') as [string, string]);
      const read = csv
        ? `read_csv('${dir}/*', header = false, names = ['${typed[0]![0]}'], all_varchar = true)`
        : `read_parquet('${dir}/*')`;
      const cells = typed.map(
        ([column, type]) => `CAST(${files.length > 0 ? column : 'NULL'} AS ${type}) AS ${column}`,
      );
      await engine.run(
        `CREATE OR REPLACE VIEW "${name}" AS SELECT ${cells.join(', ')} ${files.length > 0 ? `FROM ${read}` : 'WHERE false'}`,
      );
    }
    if (inserted) {
      const { dir } = tables.get(inserted[1]!)!;
      const query = inDuckDb(inserted[2]!);
      const count = await engine.value<number>(`SELECT count(*) FROM (${query})`);
      mkdirSync(dir, { recursive: true });
      // As Trino does: what is empty has no file.
      if (count > 0)
        await engine.run(`COPY (${query}) TO '${join(dir, `made_${++written}`)}' (FORMAT parquet)`);
      return { updateCount: count };
    }
    const query = inDuckDb(sql);
    const types = await engine.rows<{ column_name: string; column_type: string }>(`DESCRIBE ${query}`);
    const rows = await engine.rows<Record<string, unknown>>(query);
    return {
      columns: types.map(({ column_name: name, column_type: type }) => ({ name, type: TYPES[type] ?? type })),
      data: rows.map((row) => Object.values(row)),
    };
  };

  const server = await serve(async ({ method, body }) => {
    if (method !== 'POST') return { status: 404 };
    try {
      return { body: { id: 'stand_in', ...((await answerTo(body)) as object), stats: { cpuTimeMillis: 1 } } };
    } catch (error) {
      refused.push(`${(error as Error).message}\n${body}`);
      return { body: { id: 'stand_in', error: { errorName: 'SYNTAX_ERROR', errorType: 'USER_ERROR' } } };
    }
  });
  return {
    ...server,
    refused,
    close: async () => {
      await server.close();
      engine.close();
    },
  };
}

/** Trino's functions that DuckDB has under another name. */
const MACROS = ['regexp_like(text, pattern) AS regexp_matches(text, pattern)', 'bitwise_and(a, b) AS a & b'];

const TYPES: Readonly<Record<string, string>> = {
  VARCHAR: 'varchar',
  SMALLINT: 'smallint',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  HUGEINT: 'bigint',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
};

/** Forms of the dialect that no macro can stand for: the same values, written otherwise. */
function inDuckDb(sql: string): string {
  return sql
    .replaceAll(
      /bitwise_xor\(from_big_endian_64\(reverse\(substr\(md5\(to_utf8\((.*?)\)\), 9, 8\)\)\), CAST\('-\d+' AS bigint\)\)/gs,
      'CAST(CAST(md5_number_lower($1) AS HUGEINT) - 9223372036854775808 AS BIGINT)',
    )
    .replaceAll(
      /from_big_endian_64\(xxhash64\(to_utf8\((.*?AS varchar\))\)\)\)/gs,
      'CAST(CAST(hash($1) AS HUGEINT) - 9223372036854775808 AS BIGINT)',
    )
    .replaceAll(/dob \/ (\d+)/g, 'dob // $1');
}
