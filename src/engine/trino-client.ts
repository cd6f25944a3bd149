import { request as plainRequest } from 'node:http';
import { type RequestOptions, request as secureRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { Secret } from '../audit/secret.js';
import { type ExitCode, Failure } from '../text/failure.js';

/** How a cluster is reached, and as whom. */
export interface TrinoAccess {
  readonly url: string;
  readonly user: string;
  readonly secret: { readonly password: Secret<string> } | { readonly token: Secret<string> } | null;
  /** Certificates (PEM) that are trusted in place of the system's. */
  readonly ca?: string;
  readonly catalog: string;
  readonly schema: string;
}

/** What a statement gave. */
export interface TrinoAnswer {
  readonly names: readonly string[];
  /** As Trino names them. */
  readonly types: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Rows that it wrote. */
  readonly written: number;
  readonly cpuSeconds: number;
  /** Of the cluster, at its most. */
  readonly memoryBytes: number;
}

/** Speaks to one cluster; one statement at a time. */
export interface TrinoClient {
  run(sql: string): Promise<TrinoAnswer>;
  /** Cancels the statement that runs, also on the cluster; it fails. */
  cancel(): void;
}

interface Page {
  readonly id?: string;
  readonly nextUri?: string;
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  readonly data?: readonly (readonly unknown[])[];
  readonly updateCount?: number;
  readonly stats?: { readonly cpuTimeMillis?: number; readonly peakMemoryBytes?: number };
  readonly error?: { readonly errorName?: string; readonly errorType?: string };
}

type Refusal =
  | 'cluster-denied'
  | 'cluster-unreachable'
  | 'cluster-unreachable/run'
  | 'cluster-lost'
  | 'cluster-cancelled';

/** Answers that say: not now. */
const PASSING: readonly number[] = [429, 502, 503, 504];

/** What says that a server was not reached: it has seen nothing of what was asked. */
const NOT_REACHED: readonly string[] = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

/** What says that it may have been. */
const HUNG_UP: readonly string[] = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/** How a query fails that a node of the cluster has taken with it, or that found none ready. */
const NODE_LOST: ReadonlySet<string> = new Set([
  ...['REMOTE_HOST_GONE', 'REMOTE_TASK_ERROR', 'REMOTE_TASK_FAILED', 'REMOTE_TASK_MISMATCH'],
  ...['PAGE_TRANSPORT_ERROR', 'PAGE_TRANSPORT_TIMEOUT', 'TOO_MANY_REQUESTS_FAILED'],
  ...['REMOTE_BUFFER_CLOSE_FAILED', 'ABANDONED_TASK', 'NO_NODES_AVAILABLE'],
  ...['SERVER_STARTING_UP', 'SERVER_SHUTTING_DOWN'],
]);

/** What is posted, or the query that an answer is of. */
interface Body {
  readonly body?: string;
  readonly id?: string;
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** Who asks again at once is refused again; the protocol says 50 to 100 ms. */
const FIRST_WAIT_MS = 75;
const LONGEST_WAIT_MS = 5_000;
/** How long a coordinator may be away before a run gives up; it takes half a minute to start. */
const PATIENCE_MS = 120_000;
/** The server answers within a second or two, with or without news. */
const SILENCE_MS = 60_000;

/**
 * A client for Trino's statement protocol (https://trino.io/docs/current/develop/client-protocol.html): a statement is
 * posted, and its answer comes in pages.
 *
 * @param stage the stage at work, for failures, which tell the query's id and no statement: it may hold a value.
 * @param patience milliseconds for which answers 502 to 504 and a lost connection are asked again.
 */
export function trinoClient(
  access: TrinoAccess,
  stage: () => string,
  { patience = PATIENCE_MS, exitCode }: { readonly patience?: number; readonly exitCode?: ExitCode } = {},
): TrinoClient {
  const refusal = (key: Refusal, values: Readonly<Record<string, string | number>>, cause?: unknown) =>
    new Failure(key, {
      values: { url: access.url, user: access.user, stage: stage(), ...values },
      cause,
      ...(exitCode === undefined ? {} : { exitCode }),
    });
  const unreachable = patience > 0 ? 'cluster-unreachable/run' : 'cluster-unreachable';
  const origin = new URL(access.url);
  const headers = headersOf(access);
  let current: { cancelled: boolean; next: string | null; readonly abort: AbortController } | null = null;

  const ask = (method: string, path: string, body?: string, signal?: AbortSignal): Promise<Reply> =>
    reply(origin, path, { method, headers, ...(access.ca ? { ca: access.ca } : {}) }, body, signal);

  const page = async (method: string, path: string, { body, id = '?' }: Body = {}): Promise<Page> => {
    const { abort } = current!;
    const until = performance.now() + patience;
    for (let pause = FIRST_WAIT_MS; ; pause = Math.min(2 * pause, LONGEST_WAIT_MS)) {
      const { status, text, why, cause } = await tried(method, path, body, abort.signal);
      if (current!.cancelled) throw refusal('cluster-cancelled', {}, cause);
      if (status === 200) return JSON.parse(text) as Page;
      if (status === 401 || status === 403) throw refusal('cluster-denied', { status });
      // Posted twice, a statement might run twice: where it was sent and had no answer nobody knows.
      const isPassing =
        status === null ? method !== 'POST' || NOT_REACHED.includes(why) : PASSING.includes(status);
      // Any other answer is final: a query that the coordinator has forgotten is 404 or 410.
      if (!isPassing && (method !== 'POST' || (patience > 0 && HUNG_UP.includes(why))))
        throw refusal('cluster-lost', { query: id, why }, cause);
      if (!isPassing || performance.now() + pause > until)
        throw refusal(unreachable, { query: id, why }, cause);
      await wait(pause, undefined, { signal: abort.signal }).catch(() => undefined);
    }
  };
  const tried = async (method: string, path: string, body: string | undefined, signal: AbortSignal) => {
    try {
      const { status, body: text } = await ask(method, path, body, signal);
      return { status, text, why: `HTTP ${status}`, cause: undefined };
    } catch (cause) {
      return { status: null, text: '', why: (cause as NodeJS.ErrnoException).code ?? 'no answer', cause };
    }
  };

  return {
    run: async (sql) => {
      const own = { cancelled: false, next: null as string | null, abort: new AbortController() };
      current = own;
      const answer = {
        names: [] as string[],
        types: [] as string[],
        rows: [] as (readonly unknown[])[],
        written: 0,
        cpuSeconds: 0,
        memoryBytes: 0,
      };
      let at = await page('POST', '/v1/statement', { body: sql });
      for (;;) {
        if (at.error) throw failed(at, stage());
        if (at.columns) {
          answer.names = at.columns.map(({ name }) => name);
          answer.types = at.columns.map(({ type }) => type);
        }
        if (at.data) for (const row of at.data) answer.rows.push(row);
        answer.written = at.updateCount ?? answer.written;
        answer.cpuSeconds = (at.stats?.cpuTimeMillis ?? 0) / 1000;
        answer.memoryBytes = at.stats?.peakMemoryBytes ?? 0;
        if (at.nextUri === undefined) break;
        own.next = pathOf(at.nextUri);
        at = await page('GET', own.next, at.id === undefined ? {} : { id: at.id });
      }
      current = null;
      return answer;
    },
    cancel: () => {
      if (current === null || current.cancelled) return;
      current.cancelled = true;
      current.abort.abort();
      // Best effort: a coordinator that is away has no query to cancel.
      if (current.next !== null) ask('DELETE', current.next).catch(() => undefined);
    },
  };
}

/** Only the path: whatever an answer says, the next page is asked of the server that was named, and of no other. */
function pathOf(uri: string): string {
  const { pathname, search } = new URL(uri, 'http://server');
  return pathname + search;
}

function headersOf({ user, secret, catalog, schema }: TrinoAccess): Record<string, string> {
  return {
    'X-Trino-User': user,
    'X-Trino-Source': 'totsugo',
    'X-Trino-Catalog': catalog,
    'X-Trino-Schema': schema,
    'User-Agent': 'totsugo',
    'Content-Type': 'text/plain; charset=utf-8',
    ...(secret === null ? {} : { Authorization: authorization(user, secret) }),
  };
}

function authorization(user: string, secret: NonNullable<TrinoAccess['secret']>): string {
  if ('token' in secret) return `Bearer ${secret.token.reveal()}`;
  return `Basic ${Buffer.from(`${user}:${secret.password.reveal()}`).toString('base64')}`;
}

function reply(
  origin: URL,
  path: string,
  options: RequestOptions,
  body: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  const send = origin.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const call = send(
      new URL(path, origin),
      { ...options, timeout: SILENCE_MS, ...(signal ? { signal } : {}) },
      (message) => {
        const parts: Buffer[] = [];
        message.on('data', (part: Buffer) => parts.push(part));
        message.on('error', reject);
        message.on('end', () =>
          resolve({ status: message.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        );
      },
    );
    call.on('timeout', () => call.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
    call.on('error', reject);
    call.end(body);
  });
}

/** What the cluster itself says of an error may hold the statement or a value of a record: only its name is told. */
function failed({ id = '?', error = {} }: Page, stage: string): Failure {
  const { errorName = '?', errorType = '?' } = error;
  const key = NODE_LOST.has(errorName)
    ? 'cluster-node-lost'
    : errorName.startsWith('EXCEEDED_')
      ? 'cluster-failed/memory'
      : 'cluster-failed';
  return new Failure(key, { values: { query: id, stage, name: errorName, type: errorType } });
}
