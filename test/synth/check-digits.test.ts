import { describe, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import {
  insurerCheckDigit,
  municipalityCheckDigit,
  myNumberCheckDigit,
  myNumberSql,
} from '../../src/synth/check-digits.js';

// Published samples of each code.
describe('check digits', () => {
  test.each(['983205673214'])('My Number %s', async (number) => {
    expect(myNumberCheckDigit(number.slice(0, 11))).toBe(number[11]);
    const engine = await openDuckDb();
    expect(
      await engine.value(`SELECT ${myNumberSql('body')} FROM (SELECT '${number.slice(0, 11)}' AS body)`),
    ).toBe(number);
    engine.close();
  });
  test.each(['011002', '131016', '271004'])('団体コード %s', (code) => {
    expect(municipalityCheckDigit(code.slice(0, 5))).toBe(code[5]);
  });
  test.each(['01130012', '39131016', '138016'])('保険者番号 %s', (code) => {
    expect(insurerCheckDigit(code.slice(0, -1))).toBe(code.at(-1));
  });
});
