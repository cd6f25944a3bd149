import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { secret } from '../../src/audit/secret.js';
import { type TrinoAccess, trinoClient } from '../../src/engine/trino-client.js';
import { Failure } from '../../src/text/failure.js';
import { type Asked, type Server, serve } from './stand-in.js';

/** Makes the certificate of the test. */
const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;

let server: Server | undefined;
afterEach(() => server?.close());

type Answers = Parameters<typeof serve>[0];

async function clientOf(answers: Answers, more: Partial<TrinoAccess> = {}, patience = 2_000) {
  server = await serve(answers);
  const access = {
    url: server.url,
    user: 'auditor',
    secret: null,
    catalog: 'lake',
    schema: 'totsugo_run_1',
    ...more,
  };
  return trinoClient(access, () => 'verify', { patience });
}

const page = (url: string, place: number) => `${url}/v1/statement/executing/q1/x/${place}`;
const COLUMNS = [
  { name: 'n', type: 'bigint' },
  { name: 's', type: 'varchar' },
];

const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
};

describe('a statement', () => {
  it('is posted as it is, and its answer gathered over pages, empty ones too', async () => {
    const client = await clientOf((_, place, url) => {
      if (place === 0) return { body: { id: 'q1', nextUri: page(url, 1) } };
      if (place === 1)
        return { body: { id: 'q1', columns: COLUMNS, data: [[1, '吉田　花']], nextUri: page(url, 2) } };
      if (place === 2) return { body: { id: 'q1', nextUri: page(url, 3) } };
      return { body: { id: 'q1', data: [[2, null]], stats: { cpuTimeMillis: 1500, peakMemoryBytes: 4096 } } };
    });
    expect(await client.run("SELECT n, s FROM t WHERE s <> '𠮷'")).toEqual({
      names: ['n', 's'],
      types: ['bigint', 'varchar'],
      rows: [
        [1, '吉田　花'],
        [2, null],
      ],
      written: 0,
      cpuSeconds: 1.5,
      memoryBytes: 4096,
    });
    const [posted, next] = server!.asked as [Asked, Asked];
    expect(posted).toMatchObject({
      method: 'POST',
      path: '/v1/statement',
      body: "SELECT n, s FROM t WHERE s <> '𠮷'",
    });
    expect(posted.headers).toMatchObject({
      'x-trino-user': 'auditor',
      'x-trino-catalog': 'lake',
      'x-trino-schema': 'totsugo_run_1',
    });
    expect(posted.headers.authorization).toBeUndefined();
    expect(next).toMatchObject({ method: 'GET', path: '/v1/statement/executing/q1/x/1' });
  });

  it('tells how many rows it wrote', async () => {
    const client = await clientOf(() => ({ body: { id: 'q1', updateCount: 77 } }));
    expect((await client.run('INSERT INTO t SELECT 1')).written).toBe(77);
  });

  it('asks the server that was named for the next page, whatever the answer says', async () => {
    const client = await clientOf((_, place) =>
      place === 0
        ? { body: { id: 'q1', nextUri: 'http://elsewhere.example:1/v1/statement/executing/q1/x/1?slug=a' } }
        : { body: { id: 'q1' } },
    );
    await client.run('SELECT 1');
    expect(server!.asked[1]!.path).toBe('/v1/statement/executing/q1/x/1?slug=a');
  });
});

describe('credentials', () => {
  it.each([
    [{ password: secret('p:ä ss') }, `Basic ${Buffer.from('auditor:p:ä ss').toString('base64')}`],
    [{ token: secret('abc.def') }, 'Bearer abc.def'],
  ])('go with every request, as the header has them', async (given, header) => {
    const client = await clientOf(
      (_, place, url) => ({ body: place === 0 ? { id: 'q1', nextUri: page(url, 1) } : { id: 'q1' } }),
      { secret: given },
    );
    await client.run('SELECT 1');
    expect(server!.asked.map(({ headers }) => headers.authorization)).toEqual([header, header]);
  });

  it.each([401, 403])(
    'that are refused (%i) are told with the user, and stand in no failure',
    async (status) => {
      const client = await clientOf(() => ({ status }), { secret: { password: secret('geheim') } });
      const failure = await failureOf(client.run('SELECT 1'));
      expect(failure.code).toBe('cluster-denied');
      expect(failure.say('en')).toContain('auditor');
      expect(JSON.stringify([failure.text, failure.stack, failure.cause ?? ''])).not.toContain('geheim');
    },
  );
});

describe('a server that is not well', () => {
  it.each([429, 502, 503, 504])('is asked again where it says %i', async (status) => {
    const client = await clientOf((_, place, url) => {
      if (place === 0 || place === 2) return { status };
      return {
        body:
          place === 1
            ? { id: 'q1', nextUri: page(url, 1) }
            : { id: 'q1', columns: COLUMNS, data: [[1, 'a']] },
      };
    });
    expect((await client.run('SELECT 1')).rows).toHaveLength(1);
    expect(server!.asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET', 'GET']);
  });

  it('is given up after a while, with its address', async () => {
    const client = await clientOf(() => ({ status: 503 }), {}, 200);
    const failure = await failureOf(client.run('SELECT 1'));
    expect(failure).toMatchObject({ code: 'cluster-unreachable', exitCode: 1 });
    expect(failure.say('en')).toContain('HTTP 503');
  });

  it('that has forgotten a query ends the statement at once', async () => {
    const client = await clientOf((_, place, url) =>
      place === 0 ? { body: { id: 'q1', nextUri: page(url, 1) } } : { status: 404 },
    );
    const failure = await failureOf(client.run('SELECT 1'));
    expect(failure.code).toBe('cluster-lost');
    expect(failure.say('ja')).toContain('verify');
  });

  it('that is not there is asked for a while, as it has seen nothing, and then told', async () => {
    const client = await clientOf(() => ({ body: { id: 'q1' } }));
    await server!.close();
    const failure = await failureOf(client.run('SELECT 1'));
    expect(failure).toMatchObject({ code: 'cluster-unreachable', exitCode: 1 });
    for (const told of ['ECONNREFUSED', 'verify', '--resume']) expect(failure.say('en')).toContain(told);
  });

  it('that hangs up on a statement is not posted it twice, as it may be at work on it', async () => {
    const client = await clientOf(() => 'hang up');
    expect(await failureOf(client.run('SELECT 1'))).toMatchObject({ code: 'cluster-lost' });
    expect(server!.asked).toHaveLength(1);
  });

  it('that hangs up on a page is asked for it again', async () => {
    const client = await clientOf((_, place, url) => {
      if (place === 1) return 'hang up';
      return { body: { id: 'q1', ...(place === 0 ? { nextUri: page(url, 1) } : { updateCount: 3 }) } };
    });
    expect((await client.run('SELECT 1')).written).toBe(3);
  });

  it.each(['REMOTE_TASK_ERROR', 'NO_NODES_AVAILABLE', 'SERVER_STARTING_UP'])(
    'and says %s has lost a node, not the query’s own reason',
    async (errorName) => {
      const error = { errorName, errorType: 'INTERNAL_ERROR' };
      const client = await clientOf(() => ({ body: { id: 'q1', error } }));
      expect((await failureOf(client.run('SELECT 1'))).code).toBe('cluster-node-lost');
    },
  );
});

it('a failed query is told by its id, stage and kind, never by its statement or what the server says', async () => {
  const client = await clientOf(() => ({
    body: {
      id: '20261129_101010_00007_abcde',
      error: {
        message: "Cannot cast '123456789018' to INT",
        errorName: 'INVALID_CAST_ARGUMENT',
        errorType: 'USER_ERROR',
      },
    },
  }));
  const failure = await failureOf(client.run("SELECT CAST('123456789018' AS INT)"));
  for (const told of ['20261129_101010_00007_abcde', 'verify', 'INVALID_CAST_ARGUMENT'])
    expect(failure.say('en')).toContain(told);
  expect(JSON.stringify([failure.text, failure.stack, failure.cause ?? ''])).not.toContain('123456789018');
});

it('a limit that was exceeded says what to raise', async () => {
  const client = await clientOf(() => ({
    body: {
      id: 'q1',
      error: { errorName: 'EXCEEDED_LOCAL_MEMORY_LIMIT', errorType: 'INSUFFICIENT_RESOURCES' },
    },
  }));
  expect((await failureOf(client.run('SELECT 1'))).say('en')).toContain('query.max-memory');
});

it('a statement that is cancelled ends, here and there', async () => {
  const deleted: string[] = [];
  const client = await clientOf(({ method, path }, place, url) => {
    if (method === 'DELETE') {
      deleted.push(path);
      return { status: 204 };
    }
    // The second page never comes.
    return place === 0 ? { body: { id: 'q1', nextUri: page(url, 1) } } : null;
  });
  const running = failureOf(client.run('SELECT 1'));
  await vi.waitFor(() => expect(server!.asked).toHaveLength(2));
  client.cancel();
  expect((await running).code).toBe('cluster-cancelled');
  await vi.waitFor(() => expect(deleted).toEqual(['/v1/statement/executing/q1/x/1']));
});

describe.skipIf(!HAS_OPENSSL)('TLS', () => {
  const pem = () => {
    const dir = mkdtempSync(join(tmpdir(), 'pem-'));
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(dir, name)) as [string, string];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '1',
        ...subject,
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  };
  const { key, cert } = HAS_OPENSSL ? pem() : { key: '', cert: '' };
  const access = { user: 'auditor', secret: null, catalog: 'lake', schema: 's' };

  it('trusts a certificate that the pipeline names', async () => {
    server = await serve(() => ({ body: { id: 'q1', updateCount: 1 } }), { key, cert });
    const client = trinoClient({ ...access, url: server.url, ca: cert }, () => 'check');
    expect((await client.run('SELECT 1')).written).toBe(1);
  });

  it('refuses one that nobody vouches for', async () => {
    server = await serve(() => ({ body: { id: 'q1' } }), { key, cert });
    const client = trinoClient({ ...access, url: server.url }, () => 'check', { exitCode: 2 });
    const failure = await failureOf(client.run('SELECT 1'));
    expect(failure).toMatchObject({ code: 'cluster-unreachable', exitCode: 2 });
    expect(failure.say('en')).toMatch(/SELF_SIGNED|DEPTH_ZERO/);
  });
});
