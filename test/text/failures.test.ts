import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/text/failure.js';
import { describeFailures } from '../../src/text/failures/describe.js';
import type { FailureText } from '../../src/text/failures/failure-text.js';
import { FAILURES } from '../../src/text/failures/index.js';

const FOLDER = new URL('../../src/text/failures/', import.meta.url);
const PAGE = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const NO_FLOOR = ['index.ts', 'describe.ts', 'failure-text.ts'];

/** Every catalogue as its file exports it, before they are merged. */
async function catalogues(): Promise<Record<string, FailureText>[]> {
  const files = readdirSync(FOLDER).filter((name) => !NO_FLOOR.includes(name));
  const modules = await Promise.all(files.map((name) => import(new URL(name, FOLDER).href)));
  return modules.flatMap((module) => Object.values(module as Record<string, Record<string, FailureText>>));
}

const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();

describe('failures', () => {
  it('stand once, and each file of theirs is merged', async () => {
    const keys = (await catalogues()).flatMap((catalogue) => Object.keys(catalogue));
    expect(keys.toSorted()).toEqual(Object.keys(FAILURES).toSorted());
  });

  it.each(Object.entries<FailureText>(FAILURES))(
    '%s has a code, both languages, the same values',
    (key, { ja, en }) => {
      expect(key).toMatch(/^[a-z]+(-[a-z]+)*(\/[a-z]+(-[a-z]+)*)?$/);
      // A text that is places and nothing else says what it is given, in both languages.
      expect(ja).toMatch(/[\p{Script=Han}\p{Script=Hiragana}]|^(\{\w+\})+$/u);
      expect(places(ja)).toEqual(places(en));
    },
  );

  it('take words and exit code by their key, and are known by their code', () => {
    const failure = new Failure('input-format/pdf', { values: { source: 'tax', path: 'a.csv' } });
    expect(failure).toMatchObject({ code: 'input-format', exitCode: 2 });
    expect(failure.say('en')).toBe(
      'tax: a.csv is a PDF and reads as no table. Export it as CSV or .xlsx from the system it comes from.',
    );
    expect(new Failure('ingest-count').exitCode).toBe(1);
  });

  it('say a value in the language that is asked for', () => {
    const takes = { ja: '日付', en: 'a date {option}' };
    const failure = new Failure('usage/option', { values: { option: '--as-of', takes } });
    expect(failure.say('ja')).toBe('--as-of に指定できるのは日付です');
    expect(failure.say('en')).toBe('--as-of takes a date {option}');
  });

  it('are on the page as they are in the code (npm run docs)', () => {
    const [, rest] = PAGE.split('<!-- failures -->\n');
    expect(rest!.split('\n<!-- /failures -->')[0]).toBe(describeFailures());
  });
});
