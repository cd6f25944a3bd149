import check from './check.js';
import type { Command } from './command.js';
import completion from './completion.js';
import decide from './decide.js';
import evaluate from './evaluate.js';
import explain from './explain.js';
import init from './init.js';
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
  init,
  explain,
  decide,
  synth,
  evaluate,
  purge,
  log,
  key,
  completion,
] as unknown as readonly Command[];
