import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditResult } from '../../src/audit/result.js';
import { writerInThread } from '../../src/report/in-thread.js';
import { writeAll, writersOf } from '../../src/report/write-all.js';
import { Failure } from '../../src/text/failure.js';
import { temporaryFolder } from './browser.js';
import { sampleResult } from './sample-result.js';

const THREAD = new URL('../../dist/report/thread.js', import.meta.url);
const IN_THREAD = ['html', 'xlsx'] as const;

/** All formats, of which these are written by a thread. */
const withThread = (thread: URL) => [writerInThread(IN_THREAD, { script: thread }), ...writersOf(['csv'])];

/** The sample, a case at a time: more messages than may wait. */
function oneByOne(): AuditResult {
  const sample = sampleResult();
  return {
    ...sample,
    async *cases(organisation) {
      for await (const batch of sample.cases(organisation)) for (const item of batch) yield [item];
    },
  };
}

const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dir, name)).isFile())
    .sort();

/** A script for a thread that writes nothing. */
const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

describe('reports of which a thread writes a part', () => {
  let dir: string;
  beforeEach(() => {
    dir = temporaryFolder();
    for (const name of ['here', 'there']) mkdirSync(join(dir, name), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('are the files that one thread writes, byte for byte', async () => {
    const [here, there] = [join(dir, 'here'), join(dir, 'there')];
    await writeAll(oneByOne(), here, writersOf(['html', 'csv', 'xlsx']));
    await writeAll(oneByOne(), there, withThread(THREAD));
    expect(filesIn(there)).toEqual(filesIn(here));
    expect(filesIn(here).length).toBeGreaterThan(20);
    for (const name of filesIn(here))
      expect(readFileSync(join(there, name)).equals(readFileSync(join(here, name))), name).toBe(true);
  });

  test('end with what goes wrong with the cases, as it was thrown', async () => {
    const stopped = new Failure('interrupted', { exitCode: 130, values: { pipeline: 'p', dir: 'd' } });
    const broken: AuditResult = {
      ...sampleResult(),
      async *cases(organisation) {
        for await (const batch of sampleResult().cases(organisation)) {
          yield batch;
          throw stopped;
        }
      },
    };
    const writing = writeAll(broken, join(dir, 'there'), withThread(THREAD));
    await expect(writing).rejects.toBe(stopped);
  });

  test('end with what the machine refuses, by its code and place', async () => {
    // Pages make the folders that they need: a file stands in the way of one.
    const taken = join(dir, 'taken');
    writeFileSync(taken, '');
    const refused = { code: 'ENOTDIR' };
    const pages = writerInThread(IN_THREAD, { script: THREAD }).write(oneByOne(), join(taken, 'below'));
    await expect(pages).rejects.toMatchObject(refused);
  });

  test('end where another file cannot be written, and the thread with them', async () => {
    const nowhere = join(dir, 'nowhere');
    const refused = { code: 'ENOENT', path: join(nowhere, 'findings.csv') };
    const idle = withThread(script('setInterval(() => {}, 1000)'));
    await expect(writeAll(oneByOne(), nowhere, idle)).rejects.toMatchObject(refused);
  });

  test('end with a failure of the thread as one of this thread', async () => {
    const failure = JSON.stringify(new URL('../../dist/text/failure.js', import.meta.url).href);
    const failing = script(
      `import { Failure } from ${failure}; throw new Failure('interrupted', { exitCode: 143, values: { pipeline: 'p', dir: 'd' } });`,
    );
    const writing = writeAll(oneByOne(), dir, withThread(failing));
    const error = await writing.catch((thrown: unknown) => thrown);
    if (!(error instanceof Failure)) throw error;
    const expected = new Failure('interrupted', { exitCode: 143, values: { pipeline: 'p', dir: 'd' } });
    expect([error.code, error.exitCode, error.text]).toEqual([
      expected.code,
      expected.exitCode,
      expected.text,
    ]);
  });

  test('wait for no thread that has ended, well or not', async () => {
    await writerInThread([], { script: script('') }).write(oneByOne(), dir);
    await expect(
      writerInThread([], { script: script('process.exit(7)') }).write(oneByOne(), dir),
    ).rejects.toThrow('ended with 7');
  });
});
