import type { Command } from './command.js';

/** Every command, in the order of the help text; each is loaded when it is asked for, with what it stands on. */
const COMMANDS = {
  run: () => import('./run.js'),
  check: () => import('./check.js'),
  inspect: () => import('./inspect.js'),
  init: () => import('./init.js'),
  explain: () => import('./explain.js'),
  decide: () => import('./decide.js'),
  synth: () => import('./synth.js'),
  evaluate: () => import('./evaluate.js'),
  purge: () => import('./purge.js'),
  log: () => import('./log.js'),
  key: () => import('./key.js'),
  completion: () => import('./completion.js'),
} as const;

export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS);

/** The command that the arguments name; all of them, for the help text, where they name none. */
export async function commandsOf(args: readonly string[]): Promise<readonly Command[]> {
  const named = args.find((arg) => COMMAND_NAMES.includes(arg)) as keyof typeof COMMANDS | undefined;
  const loaders = named ? [COMMANDS[named]] : Object.values(COMMANDS);
  return Promise.all(loaders.map(async (load) => (await load()).default as unknown as Command));
}
