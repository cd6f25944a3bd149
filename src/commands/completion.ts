import type { Command } from './command.js';

/** What the shell is to be told; yargs writes it, and answers the shell's questions (`--get-yargs-completions`). */
const command: Command = {
  usage: 'completion',
  title: {
    ja: 'シェルの補完スクリプトを出す',
    en: 'Print a script that completes commands and options in the shell',
  },
  examples: [['completion >> ~/.bashrc', { ja: 'bash・zsh で使う', en: 'for bash and zsh' }]],
  options: (yargs) => yargs,
  run: async (_, __, program) => {
    program.showCompletionScript();
    return 0;
  },
};

export default command;
