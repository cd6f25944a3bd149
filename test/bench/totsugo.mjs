import { spawn } from 'node:child_process';

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname;

/** Runs a command of the built program; gives what it said on standard error, and throws the end of that where it fails. */
export function totsugo(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(said.slice(-2000)))));
  });
}
