// `npm run bundle [-- --platform linux-x64 …] [--out bundles]`: an archive per platform for places without a network: the program,
// its production dependencies with the platform's engine, checksums, a bill of materials (CycloneDX) and every licence.
// Node.js is not in it. Needs the registry. The same commit gives the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENGINE = '@duckdb/node-bindings';

/** What npm is told of a platform, and how its archive is made. */
const PLATFORMS = {
  'linux-x64': { os: 'linux', cpu: 'x64', libc: 'glibc', pack: tarGz },
  'linux-arm64': { os: 'linux', cpu: 'arm64', libc: 'glibc', pack: tarGz },
  'win32-x64': { os: 'win32', cpu: 'x64', pack: zip },
};

const { values } = parseArgs({
  options: {
    platform: { type: 'string', multiple: true, default: Object.keys(PLATFORMS) },
    out: { type: 'string', default: 'bundles' },
  },
});
const unknown = values.platform.find((name) => !(name in PLATFORMS));
if (unknown !== undefined) {
  console.error(`No platform ${unknown}; there are ${Object.keys(PLATFORMS).join(', ')}.`);
  process.exit(2);
}

const out = resolve(values.out);
const { version } = json(join(ROOT, 'package.json'));
const when = Number(process.env.SOURCE_DATE_EPOCH ?? run('git', ['log', '-1', '--format=%ct'], ROOT).trim());
const temporary = mkdtempSync(join(tmpdir(), 'totsugo-bundle-'));
let failed = 0;
try {
  mkdirSync(out, { recursive: true });
  const tarball = packed();
  for (const name of values.platform) {
    try {
      console.log(bundle(name, tarball));
    } catch (error) {
      failed += 1;
      console.error(`${name}: ${error.message}`);
    }
  }
  const archives = readdirSync(out).filter((name) => /^totsugo-.*\.(tar\.gz|zip)$/.test(name));
  writeFileSync(join(out, 'SHA256SUMS'), sums(out, archives));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

/** The program as it is published. */
function packed() {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', temporary], ROOT),
  );
  return join(temporary, filename);
}

function bundle(name, tarball) {
  const platform = PLATFORMS[name];
  const title = `totsugo-${version}-${name}`;
  const top = join(temporary, title);
  const app = join(top, 'app');
  mkdirSync(app, { recursive: true });
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', app]);
  install(app, name, platform);
  for (const page of ['install.md', 'install.ja.md', 'operations.md'])
    cpSync(join(ROOT, 'docs', page), join(top, page));
  cpSync(join(ROOT, 'LICENSE'), join(top, 'LICENSE'));
  writeFileSync(join(top, 'THIRD-PARTY-LICENSES.txt'), licences(app));
  writeFileSync(join(top, 'sbom.cdx.json'), materials(app));
  launcher(top, platform.os);
  writeFileSync(join(top, 'SHA256SUMS'), sums(top, filesBelow(top)));
  const archive = platform.pack(top, title);
  rmSync(top, { recursive: true });
  return archive;
}

/** Production dependencies as the lock file has them, for that platform; nothing of a package is run. */
function install(app, name, { os, cpu, libc }) {
  cpSync(join(ROOT, 'package-lock.json'), join(app, 'package-lock.json'));
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', `--os=${os}`, `--cpu=${cpu}`];
  try {
    run('npm', ['ci', ...flags, ...(libc ? [`--libc=${libc}`] : [])], app);
  } catch (error) {
    throw new Error(
      `npm could not install for it; does the registry have ${ENGINE}-${name}?\n${error.stderr ?? error}`,
    );
  }
  const engines = readdirSync(join(app, 'node_modules', '@duckdb')).filter((each) =>
    each.startsWith('node-bindings-'),
  );
  if (engines.join() !== `node-bindings-${name}`)
    throw new Error(
      `the registry gave ${engines.join(', ') || 'no engine'} where ${ENGINE}-${name} is needed; no archive is made.`,
    );
  rmSync(join(app, 'node_modules', '.package-lock.json'), { force: true });
}

/** Every package below node_modules, in the order of their names. */
function packages(app) {
  const found = [];
  const look = (dir) => {
    if (!existsSync(dir)) return;
    for (const name of readdirSync(dir).sort()) {
      const path = join(dir, name);
      if (name.startsWith('@')) look(path);
      else if (existsSync(join(path, 'package.json'))) {
        found.push({ path, ...json(join(path, 'package.json')) });
        look(join(path, 'node_modules'));
      }
    }
  };
  look(join(app, 'node_modules'));
  return found;
}

function licences(app) {
  const parts = packages(app).map(({ path, name, version, license }) => {
    const files = readdirSync(path).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
    const texts = files.sort().map((file) => readFileSync(join(path, file), 'utf8').trim());
    if (texts.length === 0) texts.push(`The package brings no text of its licence; it declares ${license}.`);
    return `${'='.repeat(100)}\n${name} ${version} (${license ?? 'see below'})\n\n${texts.join('\n\n')}\n`;
  });
  const own = ['LICENSE', 'NOTICE'].map((file) => readFileSync(join(ROOT, file), 'utf8').trim());
  return `totsugo ${version}\n\n${own.join('\n\n')}\n\n${parts.join('\n')}`;
}

/** CycloneDX, without what differs from one making to the next. */
function materials(app) {
  const locked = json(join(app, 'package-lock.json')).packages;
  const components = packages(app).map(({ path, name, version, license }) => {
    const { integrity = '' } = locked[relative(app, path).split(sep).join('/')] ?? {};
    const [algorithm, digest] = integrity.split('-');
    return {
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      ...(digest && algorithm === 'sha512'
        ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
        : {}),
      ...(license ? { licenses: [{ expression: license }] } : {}),
    };
  });
  const own = { type: 'application', name: 'totsugo', version, licenses: [{ expression: 'MIT' }] };
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: own },
    components,
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function launcher(top, os) {
  if (os === 'win32') {
    const text = '@echo off\r\nnode "%~dp0app\\dist\\cli.js" %*\r\nexit /b %ERRORLEVEL%\r\n';
    writeFileSync(join(top, 'totsugo.cmd'), text);
    return;
  }
  const text = `#!/bin/sh
self=$0
if [ -h "$self" ]; then self=$(readlink -f "$self"); fi
case $self in */*) here=\${self%/*} ;; *) here=. ;; esac
exec node "$here/app/dist/cli.js" "$@"
`;
  writeFileSync(join(top, 'totsugo'), text);
  chmodSync(join(top, 'totsugo'), 0o755);
}

function tarGz(_top, title) {
  const archive = join(out, `${title}.tar.gz`);
  const same = [
    '--sort=name',
    `--mtime=@${when}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=u+rw,go=rX',
  ];
  run('tar', [...same, '-C', temporary, '-I', 'gzip -n', '-cf', archive, title]);
  return archive;
}

function zip(top, title) {
  const archive = join(out, `${title}.zip`);
  const mtime = new Date(when * 1000);
  const entries = filesBelow(top).map((path) => [
    `${title}/${path}`,
    [readFileSync(join(top, path)), { mtime, level: 6 }],
  ]);
  writeFileSync(archive, zipSync(Object.fromEntries(entries)));
  return archive;
}

/** Paths of files below a folder, with slashes, in the order of their names. */
function filesBelow(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** As `sha256sum -c` reads them. */
function sums(dir, paths) {
  const line = (path) =>
    `${createHash('sha256')
      .update(readFileSync(join(dir, path)))
      .digest('hex')}  ${path}\n`;
  return paths
    .filter((path) => path !== 'SHA256SUMS')
    .map(line)
    .join('');
}

function json(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function run(command, args, cwd = temporary) {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
  });
}
