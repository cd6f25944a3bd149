import check from './check.js';
import type { Command } from './command.js';
import decide from './decide.js';
import evaluate from './evaluate.js';
import explain from './explain.js';
import inspect from './inspect.js';
import key from './key.js';
import log from './log.js';
import purge from './purge.js';
import run from './run.js';
import synth from './synth.js';

/** Every command, in the order of the help text. */
export const COMMANDS = [
  run,
  check,
  inspect,
  explain,
  decide,
  synth,
  evaluate,
  purge,
  log,
  key,
] as unknown as readonly Command[];
