import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { pseudonymsOf } from '../../src/audit/pseudonyms.js';
import { secret } from '../../src/audit/secret.js';

const NUMBER = '983205673214';
const one = secret(NUMBER);

test.each<[string, () => unknown]>([
  ['a template', () => `${one}`],
  ['joined', () => [one].join()],
  ['added to a text', () => `x${one as unknown as string}`],
  ['as a number', () => Number(one as unknown)],
  ['JSON', () => JSON.stringify({ one })],
  ['inspected, with all there is', () => inspect({ one, list: [one] }, { depth: 9, showHidden: true })],
  ['its properties', () => JSON.stringify(Object.entries(one).map(([key, value]) => [key, String(value)]))],
  ['spread', () => inspect({ ...one }, { depth: 9, showHidden: true })],
  ['an error’s details', () => inspect(new Error('x', { cause: one }), { depth: 9 })],
])('a secret is not seen: %s', (_, shown) => {
  expect(String(shown())).not.toContain(NUMBER);
});

test('whoever holds a secret can take it out', () => {
  expect(one.reveal()).toBe(NUMBER);
});

test('pseudonyms hold under one key, for one purpose, and do not show it', () => {
  const [a, b] = ['key a', 'key b'].map((text) => pseudonymsOf(secret(Buffer.from(text))));
  expect(a!.of('p', NUMBER)).toBe(pseudonymsOf(secret(Buffer.from('key a'))).of('p', NUMBER));
  const others = [a!.of('q', NUMBER), a!.of('p', `${NUMBER} `), b!.of('p', NUMBER), a!.id, b!.id];
  expect(new Set([a!.of('p', NUMBER), ...others]).size).toBe(6);
  expect(inspect(a, { depth: 9, showHidden: true })).not.toContain('key a');
});
