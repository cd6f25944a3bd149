import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { trinoClient } from '../../src/engine/trino-client.js';
import { inFrontOf, type Server } from '../engine/stand-in.js';
import { GIVEN } from './given.js';
import { copyOf, differing, night, town } from './nights.js';
import { begin, drain, gone, mend, OWN, signal } from './nodes.js';

/**
 * Nodes of a real cluster that go away while a night is at work on it, at the same statement each time. Alone in the job: no
 * other test may need the cluster meanwhile.
 */

/** What is done when a statement that begins so is asked, before it reaches the cluster, and before its second page is asked for. */
interface Moment {
  readonly statement: string;
  readonly asked?: () => unknown;
  readonly running?: () => unknown;
}
let moments: Moment[] = [];
/** That of the statement at work, and how many of its pages were asked for. */
let now: { readonly moment: Moment | null; pages: number } = { moment: null, pages: 0 };

let alone: string;
let pipeline: string;
let front: Server;
beforeAll(async () => {
  if (OWN === null || GIVEN === null) return;
  const world = await town(400, 5);
  alone = copyOf(world, null);
  expect(await night(alone)).toMatchObject({ code: 0 });
  front = await inFrontOf(GIVEN.url, async ({ method, body }) => {
    if (method === 'POST') {
      const moment = moments.find(({ statement }) => body.startsWith(statement)) ?? null;
      moments = moments.filter((one) => one !== moment);
      now = { moment, pages: 0 };
      await moment?.asked?.();
    } else if (method === 'GET' && ++now.pages === 2) await now.moment?.running?.();
    return {};
  });
  pipeline = copyOf(world, { url: front.url, shared: GIVEN.shared });
}, 300_000);
afterEach(async () => {
  moments = [];
  if (OWN !== null) await mend();
}, 300_000);
afterAll(() => front?.close());

const beside = (name: string) => join(pipeline, '..', name);
const copy = (from: string, to: string) => {
  rmSync(beside(to), { recursive: true, force: true });
  cpSync(beside(from), beside(to), { recursive: true });
};

/** Goes on with the night as it stood before the last stage that asks the cluster. */
async function lastStages() {
  rmSync(beside('out'), { recursive: true, force: true });
  copy('kept', '.out.running');
  return night(pipeline, '--resume');
}

function askedAgain(): number {
  const { stages } = JSON.parse(readFileSync(beside('out/run.json'), 'utf8')) as {
    stages: { name: string; figures?: { cluster?: { asked_again: number } } }[];
  };
  return stages.reduce((sum, { figures }) => sum + (figures?.cluster?.asked_again ?? 0), 0);
}

/** Folders and schemas of runs that are on the cluster, and what of rows lies outside of them. */
async function left(): Promise<unknown[]> {
  const folders = readdirSync(GIVEN!.shared).filter((name) => name !== 'meta');
  const access = { url: GIVEN!.url, user: 'test', secret: null, catalog: 'lake', schema: 'none' };
  const { rows } = await trinoClient(access, () => 'test').run('SHOW SCHEMAS FROM lake');
  return [...folders, ...rows.flat().filter((name) => String(name).startsWith('totsugo_night'))];
}

describe.skipIf(OWN === null || GIVEN === null)('a night during which', () => {
  it('a worker is killed at work: what it took along is asked again, and the files are the same', async () => {
    moments = [
      {
        statement: 'INSERT INTO "levels_open"',
        // It takes the tasks, and ends none.
        asked: () => signal('worker-2', 'SIGSTOP'),
        running: () => signal('worker-2', 'SIGKILL'),
      },
      { statement: 'INSERT INTO "people_keys"', asked: () => copy('.out.running', 'kept') },
    ];
    expect(await night(pipeline)).toMatchObject({ code: 0, stderr: '' });
    expect(askedAgain()).toBeGreaterThan(0);
    expect(await differing(alone, pipeline)).toEqual([]);
    expect(await left()).toEqual([]);
  }, 900_000);

  it('a worker is shut down: it ends what it is at, and the files are the same', async () => {
    moments = [{ statement: 'INSERT INTO "people_keys"', running: () => drain('worker-1', GIVEN!.url) }];
    expect(await lastStages()).toMatchObject({ code: 0, stderr: '' });
    expect(await differing(alone, pipeline)).toEqual([]);
    await gone('worker-1');
  }, 600_000);

  it('the coordinator is restarted: the query that it forgot is asked again, and the files are the same', async () => {
    let again: Promise<void> | undefined;
    const running = async () => {
      signal('coordinator', 'SIGKILL');
      await gone('coordinator');
      again = begin('coordinator');
    };
    moments = [{ statement: 'INSERT INTO "duplicate_pairs"', running }];
    expect(await lastStages()).toMatchObject({ code: 0, stderr: '' });
    await again;
    expect(askedAgain()).toBeGreaterThan(0);
    expect(await differing(alone, pipeline)).toEqual([]);
    expect(await left()).toEqual([]);
  }, 600_000);

  it('the coordinator stays away: it fails with a sentence, leaves no row there, and goes on once it is back', async () => {
    const running = async () => {
      signal('coordinator', 'SIGKILL');
      await gone('coordinator');
    };
    moments = [{ statement: 'INSERT INTO "duplicate_pairs"', running }];
    const { code, stderr } = await lastStages();
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^totsugo: In the stage findings .* could no longer be reached \(\w+, query \w+\)\. .*--resume\n$/,
    );
    expect(readdirSync(GIVEN!.shared)).toEqual(['meta']);
    await begin('coordinator');
    expect(await night(pipeline, '--resume')).toMatchObject({ code: 0, stderr: '' });
    expect(await differing(alone, pipeline)).toEqual([]);
    expect(await left()).toEqual([]);
  }, 900_000);
});
