import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadPipeline } from '../../src/pipeline/file/load.js';
import { finishedNote, onFinishNote, startOnFinish } from '../../src/pipeline/on-finish.js';
import { MINIMAL, problemsOf } from './minimal.js';

const SUMMARY = '{"sources":{}}\n';

let dir: string;
let run: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-finish-'));
  run = join(dir, 'reports; touch oops');
  mkdirSync(run);
  writeFileSync(join(run, 'summary.json'), SUMMARY);
});

function script(name: string, text: string): void {
  writeFileSync(join(dir, name), text);
  chmodSync(join(dir, name), 0o700);
}

const start = (command: [string, ...string[]], seconds = 10) =>
  startOnFinish(
    { path: join(dir, 'p.yaml'), dir, onFinish: { command, seconds } },
    { dir: run, runId: 'r-1' },
  );

/** Writes down what it was given. */
const TELL = `#!/bin/sh
{ for each in "$@"; do echo "[$each]"; done; echo "$TOTSUGO_RUN|$TOTSUGO_RUN_ID|$TOTSUGO_PIPELINE"; pwd; cat; } > told
`;

describe('on_finish', () => {
  it('gets the output folder as its last argument and in its environment, and summary.json on its input', async () => {
    script('tell.sh', TELL);
    const args = ['$(touch oops)', 'a b', '*', '; touch oops'];
    const finished = await start(['./tell.sh', ...args]);
    expect(finished).toMatchObject({ exitCode: 0, how: 'done', program: join(dir, 'tell.sh') });
    expect(finishedNote(finished)).toBeNull();
    const given = [...args, run].map((arg) => `[${arg}]\n`).join('');
    const about = `${run}|r-1|${join(dir, 'p.yaml')}\n${dir}\n`;
    expect(readFileSync(join(dir, 'told'), 'utf8')).toBe(`${given}${about}${SUMMARY}`);
    expect(existsSync(join(dir, 'oops'))).toBe(false);
  });

  it('is the file beside the pipeline file, else looked for in PATH', async () => {
    script('true', '#!/bin/sh\nexit 3\n');
    expect(await start(['true'])).toMatchObject({ how: 'failed', exitCode: 3 });
    expect(await start(['sh', '-c', 'exit 4'])).toMatchObject({ how: 'failed', exitCode: 4, program: 'sh' });
  });

  it('need not read its input', async () => {
    expect(await start(['sh', '-c', 'exec <&-; exit 0'])).toMatchObject({ how: 'done' });
  });

  it.each<[string, [string, ...string[]], object, RegExp]>([
    ['fails', ['sh', '-c', 'exit 7'], { how: 'failed', exitCode: 7 }, /exit code 7/],
    ['kills itself', ['sh', '-c', 'kill -9 $$'], { how: 'failed', exitCode: null }, /exit code -/],
    ['is not there', ['./nowhere'], { how: 'not-started', exitCode: null }, /could not be started/],
    ['is a folder', ['.'], { how: 'not-started', exitCode: null }, /could not be started/],
  ])('that %s is told, and thrown is nothing', async (_, command, how, words) => {
    const finished = await start(command);
    expect(finished).toMatchObject(how);
    expect(finishedNote(finished)?.en).toMatch(words);
  });

  it('that takes too long is stopped with all that it has started', async () => {
    script('slow.sh', '#!/bin/sh\n(sleep 2; touch late) &\nsleep 60\n');
    const finished = await start(['./slow.sh'], 1);
    expect(finished).toMatchObject({ how: 'timed-out', exitCode: null });
    expect(finished.seconds).toBeLessThan(5);
    await setTimeout(1500);
    expect(existsSync(join(dir, 'late'))).toBe(false);
  });

  it('that cannot be started is told before the night begins', async () => {
    script('notify.sh', '#!/bin/sh\n');
    const note = (command: [string, ...string[]]) =>
      onFinishNote({ dir, onFinish: { command, seconds: 1 } }).then((text) => text?.en ?? null);
    expect(await note(['./notify.sh'])).toBeNull();
    expect(await note(['notify.sh'])).toBeNull();
    expect(await note(['sh'])).toBeNull();
    expect(await note(['./gone.sh'])).toMatch(/gone\.sh, is not there/);
    chmodSync(join(dir, 'notify.sh'), 0o600);
    expect(await note(['./notify.sh'])).toMatch(/may not be executed/);
    expect(await onFinishNote({ dir, onFinish: null })).toBeNull();
  });
});

describe('on_finish in the pipeline file', () => {
  it.each([
    ['on_finish: ./notify.sh', { command: ['./notify.sh'], seconds: 600 }],
    ['on_finish: C:\\office\\my mail.exe', { command: ['C:\\office\\my mail.exe'], seconds: 600 }],
    [
      'on_finish: [mail, -s, night]\non_finish_seconds: 30',
      { command: ['mail', '-s', 'night'], seconds: 30 },
    ],
  ])('%s', async (line, expected) => {
    writeFileSync(join(dir, 'p.yaml'), `${MINIMAL}${line}\n`);
    expect((await loadPipeline(join(dir, 'p.yaml'))).onFinish).toEqual(expected);
  });

  it.each(['on_finish: []', 'on_finish: [mail, 3]', 'on_finish: {a: b}', 'on_finish_seconds: 0'])(
    '%s is refused',
    (line) => {
      expect(problemsOf(`${MINIMAL}${line}\n`).join('\n')).toMatch(/on_finish/);
    },
  );
});
