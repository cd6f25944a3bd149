import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { houseNumbers } from '../../src/prepare/house-numbers.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

describe('houseNumbers', () => {
  it.each([
    ['千葉県市川市元町1-2-3', '1-2-3'],
    ['市川市元町一丁目２番３号', '1-2-3'],
    ['市川市元町１丁目２番地の３　コーポ元町２０１', '1-2-3'],
    ['市川市元町 1－2－3 コーポ元町 201', '1-2-3'],
    ['三重県四日市市大字五十嵐７４５番地', '745'],
    ['四日市市大字五十嵐745', '745'],
    ['北海道札幌市北区北七条西3丁目8', '3-8'],
    ['千葉県市川市元町三丁目', '3'],
    ['千葉県市川市元町', '千葉県市川市元町'],
    ['東町無番地', '東町無番地'],
    ['', null],
  ])('%s: %s', async (address, expected) => {
    expect(await engine.value(`SELECT ${houseNumbers('a')} FROM (SELECT ${literal(address)} AS a)`)).toBe(
      expected,
    );
  });
});
