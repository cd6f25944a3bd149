// The files of a world as Splink takes them: one table of residents and one of links, in which notation is folded away already by
// our own normalisation. What that costs is not counted for Splink.

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { canonicalAddress } from '../../../dist/normalize/address/address.js';
import { parseDate } from '../../../dist/normalize/date/parse-date.js';
import { kanaKey } from '../../../dist/normalize/name/kana.js';
import { kanjiKey } from '../../../dist/normalize/name/kanji.js';

const HEAD =
  'unique_id,my_number,family,given,other_family,other_name,family_kana,given_kana,dob,sex,address\n';
const SEXES = { 男: '1', 女: '2' };

/** Writes residents.csv and links.csv into a folder; a link is called by its source and its key, as in truth.csv. */
export async function writeCleaned(world, folder) {
  await writeTable(join(folder, 'residents.csv'), [
    [join(world, 'residents.csv'), (row) => [row.宛名番号, ...person(row, row.フリガナ, null)]],
  ]);
  await writeTable(join(folder, 'links.csv'), [
    [join(world, 'cards.csv'), (row) => [`cards ${row.発行番号}`, ...person(row, '', null)]],
    [
      join(world, 'insurance.csv'),
      (row) => [
        `insurance ${[row.保険者番号, row.記号, row.番号, row.枝番].join('-')}`,
        ...person(row, row.氏名カナ, 'era-code-12345'),
      ],
    ],
  ]);
}

function person(row, kana, format) {
  const { city, key } = canonicalAddress(row.住所);
  const day = parseDate(row.生年月日, format)?.key ?? '';
  return [
    row.個人番号,
    ...parts(row.氏名).map(kanjiKey),
    kanjiKey(row.旧氏 ?? ''),
    parts(row.通称 ?? '')
      .map(kanjiKey)
      .join(''),
    ...parts(kana).map(kanaKey),
    String(day),
    SEXES[row.性別] ?? row.性別,
    city + key,
  ];
}

/** Family and given name, where a blank parts them; else all of it and nothing. */
function parts(name) {
  const [family = '', ...given] = name.normalize('NFKC').trim().split(/\s+/u);
  return [family, given.join('')];
}

async function writeTable(path, files) {
  const out = createWriteStream(path);
  out.write(HEAD);
  for (const [file, cellsOf] of files) {
    const rows = createReadStream(file).pipe(parse({ columns: true, bom: true }));
    for await (const row of rows) {
      const line = cellsOf(row).map((cell) => `"${cell.replaceAll('"', '""')}"`);
      if (!out.write(`${line.join(',')}\n`)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
}
