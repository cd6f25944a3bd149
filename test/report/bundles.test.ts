import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRecipients, writeBundles } from '../../src/report/bundles.js';
import { writeReports } from '../../src/report/index.js';
import { temporaryFolder } from './browser.js';
import { sampleResult } from './sample-result.js';

describe('bundles for organisations', () => {
  let dir: string;
  let own: string;
  let bytes: Buffer;
  beforeAll(async () => {
    dir = temporaryFolder();
    own = await generateIdentity();
    const result = sampleResult();
    await writeReports(result, dir, ['html']);
    const recipients = {
      '01130012': [await identityToRecipient(own)],
      elsewhere: [await identityToRecipient(own)],
    };
    await writeBundles(result, recipients, dir);
    bytes = readFileSync(join(dir, 'bundles', '01130012.zip.age'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const opened = async (identity: string) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return decrypter.decrypt(bytes);
  };

  test('hold every file of the organisation’s folder and nothing else, for its recipient', async () => {
    expect(readdirSync(join(dir, 'bundles'))).toEqual(['01130012.zip.age']);
    expect(statSync(join(dir, 'bundles', '01130012.zip.age')).mode & 0o777).toBe(0o600);
    const files = unzipSync(await opened(own));
    const folder = join(dir, '01130012');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => `01130012/${name}`);
    expect(Object.keys(files).sort()).toEqual(names.sort());
    for (const name of names)
      expect(Buffer.from(files[name]!).equals(readFileSync(join(dir, name)))).toBe(true);
  });

  test('are nothing to anybody else, nor where a byte was changed', async () => {
    expect(bytes.toString('latin1')).not.toContain('index.html');
    await expect(opened(await generateIdentity())).rejects.toThrow();
    bytes = Buffer.from(bytes);
    bytes[bytes.length - 9]! ^= 1;
    await expect(opened(own)).rejects.toThrow();
  });

  test('a recipient that is none is refused before anything is written', async () => {
    const good = await identityToRecipient(own);
    await expect(checkRecipients({ a: [good] })).resolves.toBeUndefined();
    const message = await checkRecipients({ a: [own] }).catch(String);
    expect(message).not.toContain(own);
    for (const bad of ['', 'age1', `${good}x`, good.slice(0, -1), own, 'ssh-ed25519 AAAA'])
      await expect(checkRecipients({ a: [good, bad] })).rejects.toMatchObject({
        code: 'recipient-unusable',
        exitCode: 2,
      });
  });
});
