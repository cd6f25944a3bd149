import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string };
    readonly expression?: string;
  }[];
  readonly externalReferences?: readonly { readonly type: string; readonly url: string }[];
  readonly hashes?: readonly { readonly alg: string }[];
}

/** Licences under which an office may run and hand on what the program brings along. */
const LICENCES = /^(?:0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|CC0-1\.0|ISC|MIT)$/;

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
  packages: Record<string, Locked>;
};
/** Packages that are installed with the program, by their places. */
const INSTALLED = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);

/**
 * The bill of materials (`npm sbom`) of what is installed with the program. npm leaves out with `--omit dev` what is a tool's
 * dependency, too: the lock file tells which is which.
 */
function materials(): readonly Component[] {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const text = execFileSync(npm, ['sbom', '--sbom-format', 'cyclonedx'], { cwd: ROOT, encoding: 'utf8' });
  const known = new Set(
    INSTALLED.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`),
  );
  return (JSON.parse(text).components as readonly Component[]).filter(({ name, version }) =>
    known.has(`${name}@${version}`),
  );
}

test('all that is installed with the program is known: licence, version, and a hash that the lock file holds it to', () => {
  const components = materials();
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const names = new Set(components.map(({ name }) => name));
  expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
  expect(
    Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
  ).toEqual([]);
  for (const { name, version, purl, licenses = [], hashes = [] } of components) {
    const told = licenses.map(({ license, expression }) => license?.id ?? expression ?? '');
    expect([
      name,
      told.length > 0 &&
        told.every((id) => id.split(/ (?:AND|OR) /).some((one) => LICENCES.test(one.replace(/[()]/g, '')))),
    ]).toEqual([name, true]);
    expect([name, purl.startsWith('pkg:npm/') && purl.includes(version)]).toEqual([name, true]);
    expect([name, hashes.map(({ alg }) => alg)]).toEqual([name, ['SHA-512']]);
  }
  // Small enough to be read: who adds a library looks at what comes with it.
  expect(components.length).toBeLessThan(60);
});

test('nothing that is installed runs a script of its own, and all comes from the registry under a hash', () => {
  expect(INSTALLED.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
  expect(
    INSTALLED.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
  ).toEqual([]);
  expect(
    INSTALLED.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://')).map(
      ([path]) => path,
    ),
  ).toEqual([]);
});
