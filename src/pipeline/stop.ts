import { constants } from 'node:os';
import type { StoppableEngine } from '../engine/stoppable.js';
import { Failure } from '../text/failure.js';

export type StopSignal = 'SIGINT' | 'SIGTERM';

type Stop = (signal: StopSignal) => void;

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM'];

/** Those who want to end in order, the innermost last. */
const listening: Stop[] = [];

/**
 * Calls back once when the process is asked to end, instead of ending it. From then on the system's own way holds again,
 * so that a second signal ends the process at once, whatever it is busy with. The returned function stops listening.
 */
export function onStop(stop: Stop): () => void {
  listening.push(stop);
  if (listening.length === 1) for (const signal of SIGNALS) process.once(signal, handle);
  return () => {
    listening.splice(listening.indexOf(stop), 1);
    if (listening.length === 0) stopListening();
  };
}

function handle(signal: StopSignal): void {
  const innermost = listening.at(-1);
  stopListening();
  innermost?.(signal);
}

function stopListening(): void {
  for (const signal of SIGNALS) process.removeListener(signal, handle);
}

/** How long a stage may take to come to its next statement; then the run ends without it, as a kill would. */
const GRACE_MS = 5_000;

/**
 * Does the work of an engine until it is done or a signal asks to end; then the statement that runs is interrupted, and
 * the failure thrown. The engine is closed either way, but where the work does not let go of it.
 */
export async function untilStopped(
  work: () => Promise<void>,
  engine: StoppableEngine,
  reasonOf: (signal: StopSignal) => Failure,
): Promise<void> {
  let unlisten = () => {};
  let timer: NodeJS.Timeout | undefined;
  const stopped = new Promise<never>((_, reject) => {
    unlisten = onStop((signal) => {
      const reason = reasonOf(signal);
      engine.stop(reason);
      timer = setTimeout(() => reject(reason), GRACE_MS);
    });
  });
  try {
    await Promise.race([work().finally(() => engine.close()), stopped]);
  } finally {
    clearTimeout(timer);
    unlisten();
  }
}

/** 130 or 143: what a shell says of a command that was ended by the signal. */
export function exitCodeOf(signal: StopSignal): 130 | 143 {
  return (128 + constants.signals[signal]) as 130 | 143;
}

export function interrupted(
  signal: StopSignal,
  values: { readonly pipeline: string; readonly dir: string },
): Failure {
  return new Failure('interrupted', { exitCode: exitCodeOf(signal), values });
}
