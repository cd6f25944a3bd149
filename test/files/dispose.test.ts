import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disposeOf, disposeOfFile } from '../../src/files/dispose.js';
import { writeWhole } from '../../src/files/write-whole.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-dispose-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const put = (path: string, text: string) => {
  writeFileSync(join(dir, path), text);
  return join(dir, path);
};

describe('what is disposed of', () => {
  test('is overwritten before it is removed: a second name of it shows zeros', async () => {
    mkdirSync(join(dir, 'work'));
    const [one, two] = [put('work/one', 'secret'), put('two', 'secret')];
    linkSync(one, join(dir, 'name-of-one'));
    linkSync(two, join(dir, 'name-of-two'));
    expect(await disposeOf(join(dir, 'work'))).toEqual({ files: 1, bytes: 6 });
    disposeOfFile(two);
    for (const name of ['name-of-one', 'name-of-two'])
      expect(readFileSync(join(dir, name))).toEqual(Buffer.alloc(6));
    expect([existsSync(one), existsSync(two)]).toEqual([false, false]);
  });

  test('is never what a link leads to', async () => {
    const outside = put('outside', 'kept');
    mkdirSync(join(dir, 'elsewhere'));
    const inside = put('elsewhere/file', 'kept');
    mkdirSync(join(dir, 'work'));
    symlinkSync(outside, join(dir, 'work', 'link'));
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'work', 'folder'));
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'work-link'));
    symlinkSync(outside, join(dir, 'file-link'));
    await disposeOf(join(dir, 'work'));
    await disposeOf(join(dir, 'work-link'));
    disposeOfFile(join(dir, 'file-link'));
    expect([outside, inside].map((path) => readFileSync(path, 'utf8'))).toEqual(['kept', 'kept']);
    expect(['work', 'work-link', 'file-link'].filter((name) => existsSync(join(dir, name)))).toEqual([]);
  });

  test('nothing there is nothing to do', async () => {
    expect(await disposeOf(join(dir, 'none'))).toEqual({ files: 0, bytes: 0 });
    disposeOfFile(join(dir, 'none'));
  });
});

describe('a file that is written whole', () => {
  test('is its owner’s only, whatever the mask and whatever a crash left', async () => {
    const before = process.umask(0);
    try {
      chmodSync(put('a.part', 'left by a crash'), 0o666);
      await writeWhole(join(dir, 'a'), 'x');
      await writeWhole(join(dir, 'b'), 'x');
    } finally {
      process.umask(before);
    }
    expect(['a', 'b'].map((name) => statSync(join(dir, name)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  test('is not written through a link that stands in its place', async () => {
    const outside = put('outside', 'kept');
    symlinkSync(outside, join(dir, 'a.part'));
    symlinkSync(outside, join(dir, 'a'));
    await writeWhole(join(dir, 'a'), 'x');
    expect([readFileSync(outside, 'utf8'), readFileSync(join(dir, 'a'), 'utf8')]).toEqual(['kept', 'x']);
  });
});
