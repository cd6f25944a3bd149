import { STAGE_NAMES } from '../audit/stage-name.js';
import type { Watch } from '../pipeline/begun.js';
import { stopwatch } from '../pipeline/clock.js';
import type { StageRecord } from '../pipeline/manifest.js';
import { remainingSeconds } from '../pipeline/remaining.js';
import type { StageEvent } from '../pipeline/run-stages.js';
import type { Language } from '../text/bilingual.js';
import { DRAWS, notice } from './command.js';

/** How often a stage that runs is told of: over one line of a terminal, or as lines of a log. */
const EVERY_MS = DRAWS ? 1_000 : 60_000;

export interface Progress {
  readonly onStage: (event: StageEvent & Watch) => void;
  readonly stop: () => void;
}

/** Tells of the stages of a run as they begin and end, and in between of rows, their rate and the time that is left. */
export function progressOf(language: Language): Progress {
  const done: StageRecord[] = [];
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearInterval(timer);
    if (DRAWS) process.stderr.write('\r\u001b[K');
  };
  const onStage = (event: StageEvent & Watch) => {
    stop();
    const { stage, place, of } = event;
    const head = `[${place}/${of}] ${stage.title[language]}`;
    const about = { stage: stage.name, place, of };
    if (event.done) {
      done.push(event.done);
      notice(`${head}: ${doneText(event.done, event.resumed, language)}`, {
        event: 'stage-done',
        ...about,
        ...withoutFigures(event.done),
        resumed: event.resumed,
      });
      return;
    }
    const seconds = stopwatch();
    const rowsBefore = event.rowsSoFar();
    if (DRAWS) process.stderr.write(`${head} …`);
    timer = setInterval(() => {
      const elapsed = seconds();
      const rows = event.rowsSoFar() - rowsBefore;
      const left = remainingSeconds(STAGE_NAMES, { before: event.before, done, elapsed });
      const text = `${head} … ${onTheWay({ elapsed, rows, left }, language)}`;
      if (DRAWS) process.stderr.write(`\r${text}\u001b[K`);
      else
        notice(text, {
          event: 'progress',
          ...about,
          seconds: elapsed,
          rows,
          seconds_left: left === null ? null : Math.round(left),
        });
    }, EVERY_MS);
    timer.unref();
  };
  return { onStage, stop };
}

function doneText(done: StageRecord, resumed: boolean, language: Language): string {
  const note = resumed ? (language === 'ja' ? '（済み）' : ' (done before)') : '';
  return `${count(done.rows_in)} → ${count(done.rows_out)}, ${done.seconds.toFixed(1)} s${note}`;
}

/** Seconds, rows and their rate in a stage that runs, and about how long the run will still take. */
export function onTheWay(
  { elapsed, rows, left }: { readonly elapsed: number; readonly rows: number; readonly left: number | null },
  language: Language,
): string {
  const ja = language === 'ja';
  const rate = count(Math.round(rows / Math.max(elapsed, 0.001)));
  const parts = [
    ja ? `${duration(elapsed, ja)}経過` : duration(elapsed, ja),
    ...(rows > 0 ? [ja ? `${count(rows)} 行（毎秒 ${rate}）` : `${count(rows)} rows (${rate}/s)`] : []),
    ...(left === null ? [] : [ja ? `残り約 ${duration(left, ja)}` : `about ${duration(left, ja)} left`]),
  ];
  return parts.join(ja ? '、' : ', ');
}

function duration(seconds: number, ja: boolean): string {
  if (seconds < 90) return `${Math.round(seconds)}${ja ? ' 秒' : ' s'}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes}${ja ? ' 分' : ' min'}`;
  return `${(minutes / 60).toFixed(1)}${ja ? ' 時間' : ' h'}`;
}

function withoutFigures({
  figures: _,
  name: __,
  ...record
}: StageRecord): Omit<StageRecord, 'figures' | 'name'> {
  return record;
}

function count(n: number): string {
  return n.toLocaleString('en');
}
