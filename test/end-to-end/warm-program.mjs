/**
 * The built program in a process that stays: what a test of many runs pays for each start (modules, readings, compiled code) it
 * pays here once. Each request is a command line; `dist/cli.js` is evaluated anew for each, as if it had been started.
 *
 *   node warm-program.mjs serve SOCKET              until its standard input ends
 *   node warm-program.mjs ask SOCKET [ARGUMENT...]  ends as the program would have
 */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const [, , does, socket, ...args] = process.argv;
const CLI = new URL('../../dist/cli.js', import.meta.url);

if (does === 'serve') serve();
else process.exitCode = await ask();

function serve() {
  let asked = 0;
  const server = createServer({ allowHalfOpen: true }, async (client) => {
    let request = '';
    client.setEncoding('utf8').on('data', (part) => {
      request += part;
    });
    await once(client, 'end');
    client.end(JSON.stringify(await answer(JSON.parse(request), ++asked)));
  });
  server.listen(socket);
  // Whoever started it holds the other end, and lets go of it by ending.
  process.stdin.resume().on('end', () => process.exit(0));
}

/** What one command line says and how it ends. */
async function answer(line, n) {
  const said = { stdout: '', stderr: '' };
  const own = {};
  for (const name of ['stdout', 'stderr']) {
    own[name] = process[name].write;
    process[name].write = (text, encoding, then) => {
      said[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      (typeof encoding === 'function' ? encoding : then)?.();
      return true;
    };
  }
  try {
    process.argv = [process.execPath, CLI.pathname, ...line];
    process.exitCode = 0;
    await import(`${CLI}?${n}`);
    return { code: process.exitCode ?? 0, ...said };
  } finally {
    for (const name of ['stdout', 'stderr']) process[name].write = own[name];
    process.exitCode = 0;
  }
}

async function ask() {
  const { code, stdout, stderr } = JSON.parse(await exchange(JSON.stringify(args)));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return code;
}

/** The server may still be starting. */
async function exchange(request) {
  for (let tries = 0; ; tries++) {
    try {
      return await exchangeOnce(request);
    } catch (error) {
      if (tries === 400 || !['ENOENT', 'ECONNREFUSED'].includes(error.code)) throw error;
      await setTimeout(25);
    }
  }
}

async function exchangeOnce(request) {
  const server = connect(socket);
  server.end(request);
  let text = '';
  for await (const part of server.setEncoding('utf8')) text += part;
  return text;
}
