import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { OnFinish, PipelineFile } from '../audit/pipeline-file.js';
import { openRegular } from '../files/regular-file.js';
import { type Bilingual, fill } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { stopwatch } from './clock.js';
import { exitCodeOf, onStop, type StopSignal } from './stop.js';

/** How the office's own command ended. */
export interface Finished {
  /** The program, as it was started. */
  readonly program: string;
  /** Null where it did not start, or was ended by a signal. */
  readonly exitCode: number | null;
  readonly how: 'done' | 'failed' | 'not-started' | 'timed-out' | 'interrupted';
  readonly seconds: number;
  /** By which signal we were asked to end meanwhile. */
  readonly by: StopSignal | null;
}

/** What is finished, and is handed over. */
export interface Handed {
  readonly dir: string;
  readonly runId: string;
}

/** How long a command that was asked to end may take to do so. */
const GRACE_MS = 5_000;

/**
 * Starts the command of `on_finish` in the folder of the pipeline file: the output folder as its last argument and as
 * TOTSUGO_RUN, summary.json on its standard input, what it prints on our standard error. No shell is between, so nothing
 * in a name is ever read as a command. The run is in its place and its lock given back, so that the command may use any
 * command of ours on it; however it ends, the run stays as it is.
 */
export async function startOnFinish(
  { path, dir, onFinish }: Pick<PipelineFile, 'path' | 'dir'> & { readonly onFinish: OnFinish },
  handed: Handed,
): Promise<Finished> {
  const [named, ...args] = onFinish.command;
  const program = await programOf(dir, named);
  const seconds = stopwatch();
  const summary = await openRegular(join(handed.dir, 'summary.json'));
  try {
    const child = spawn(program, [...args, handed.dir], {
      cwd: dir,
      env: {
        ...process.env,
        TOTSUGO_RUN: handed.dir,
        TOTSUGO_RUN_ID: handed.runId,
        TOTSUGO_PIPELINE: path,
      },
      stdio: [summary.fd, 2, 2],
      shell: false,
      // A group of its own: what a script has started ends with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const ended = await endOf(child, onFinish.seconds);
    return { program, ...ended, seconds: seconds() };
  } catch {
    return { program, exitCode: null, how: 'not-started', seconds: seconds(), by: null };
  } finally {
    await summary.close();
  }
}

/** What would keep the command from being started, known before the night begins; null where nothing would. */
export async function onFinishNote({
  dir,
  onFinish,
}: Pick<PipelineFile, 'dir' | 'onFinish'>): Promise<Bilingual | null> {
  if (onFinish === null) return null;
  const program = await programOf(dir, onFinish.command[0]);
  if (!/[\\/]/.test(program)) return null;
  const isThere = await stat(program).then(
    (info) => info.isFile(),
    () => false,
  );
  const mayStart = await access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
  return isThere && mayStart ? null : fill(NOT_STARTABLE, { program });
}

/** What is to be said of a command that did not do its work; null where it did. */
export function finishedNote({ how, program, exitCode, seconds }: Finished): Bilingual | null {
  if (how === 'done') return null;
  return fill(NOTES[how], { program, code: exitCode ?? '-', seconds: Math.round(seconds) });
}

/** The run is whole; whoever asked us to end gets the exit code of the signal. */
export function interruptedAfter({ by }: Finished, dir: string): Failure | null {
  return by === null
    ? null
    : new Failure('interrupted/on-finish', { exitCode: exitCodeOf(by), values: { dir } });
}

/** Relative to the pipeline file, as every path in it; a bare name that is no file there is looked for in PATH. */
async function programOf(dir: string, named: string): Promise<string> {
  const beside = resolve(dir, named);
  if (/[\\/]/.test(named)) return beside;
  const found = await stat(beside).catch(() => null);
  return found?.isFile() ? beside : named;
}

async function endOf(child: ChildProcess, limit: number): Promise<Pick<Finished, 'exitCode' | 'how' | 'by'>> {
  let cut: 'timed-out' | 'interrupted' | null = null;
  let by: StopSignal | null = null;
  let last: NodeJS.Timeout | undefined;
  const end = (why: 'timed-out' | 'interrupted') => {
    cut ??= why;
    killGroup(child, 'SIGTERM');
    last ??= setTimeout(() => killGroup(child, 'SIGKILL'), GRACE_MS);
  };
  const timer = setTimeout(() => end('timed-out'), limit * 1000);
  const unlisten = onStop((signal) => {
    by = signal;
    end('interrupted');
  });
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return { exitCode: code, how: cut ?? (code === 0 ? 'done' : 'failed'), by };
  } finally {
    clearTimeout(timer);
    clearTimeout(last);
    unlisten();
  }
}

function killGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid!, signal);
  } catch {
    // It has ended meanwhile.
  }
}

const NOT_STARTABLE = {
  ja: 'on_finish のプログラム {program} がないか、実行できません。突合は行いますが、終わったときに起動できません。',
  en: 'The program of on_finish, {program}, is not there or may not be executed. The audit is run; it will not be started at its end.',
};
const NOTES: Readonly<Record<Exclude<Finished['how'], 'done'>, Bilingual>> = {
  failed: {
    ja: 'on_finish のプログラム {program} が終了コード {code} で終わりました。突合の結果はそのままです。',
    en: 'The program of on_finish, {program}, ended with exit code {code}. The run stands as it is.',
  },
  'not-started': {
    ja: 'on_finish のプログラム {program} を起動できませんでした。突合の結果はそのままです。',
    en: 'The program of on_finish, {program}, could not be started. The run stands as it is.',
  },
  'timed-out': {
    ja: 'on_finish のプログラム {program} が制限時間（on_finish_seconds）内に終わらないため、{seconds} 秒で止めました。突合の結果はそのままです。',
    en: 'The program of on_finish, {program}, did not end in the time of on_finish_seconds and was stopped after {seconds} s. The run stands as it is.',
  },
  interrupted: {
    ja: '中断の指示により、on_finish のプログラム {program} を止めました。',
    en: 'The program of on_finish, {program}, was stopped as asked.',
  },
};
