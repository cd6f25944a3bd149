import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { myNumberCheckDigit } from '../../src/audit/my-number.js';
import { askItems, askOverwrite, askSources } from '../../src/commands/init/dialogue.js';
import { lookAround } from '../../src/commands/init/sources.js';
import type { Terminal } from '../../src/commands/init/terminal.js';

const ENTER = '\r';
const DOWN = '\u001b[B';
const SPACE = ' ';

/** A terminal at which somebody presses `keys` once what is asked reads so; each step waits for its own question. */
function terminal(...steps: readonly (readonly [asked: RegExp, ...keys: readonly string[]])[]) {
  const input = new PassThrough();
  const left = [...steps];
  let shown = '';
  const output = new Writable({
    write: (chunk, _, done) => {
      shown += String(chunk);
      const [step] = left;
      if (step?.[0].test(shown)) {
        left.shift();
        shown = '';
        for (const [at, key] of step.slice(1).entries()) setTimeout(() => input.write(key), 20 * (at + 1));
      }
      done();
    },
  });
  const here: Terminal = { input, output, columns: 80 };
  return { here, left };
}

const numbers = ['1', '2', '3', '4'].map((n) => {
  const body = `2000000001${n}`;
  return { n, number: `${body}${myNumberCheckDigit(body)}` };
});
const REGISTER = `宛名番号,個人番号,世帯番号,氏名,生年月日,住民状態
${numbers.map(({ n, number }) => `000${n},${number},9${n},山田　花子${n},1975-03-0${n},在住`).join('\n')}
`;
/** The column that names a record names each of them twice. */
const LINKS = `甲,個人番号,氏名,生年月日,乙
${numbers.map(({ n, number }) => `X,${number},山田　花子,1975-03-0${n},K-${Number(n) % 2}`).join('\n')}
`;

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'dialogue-'));
  writeFileSync(join(dir, 'juki.csv'), REGISTER);
  writeFileSync(join(dir, 'cards.csv'), LINKS);
  return dir;
}

describe('the dialogue of init', () => {
  it('asks for the register, the sources and their names', async () => {
    const found = await lookAround(folder());
    const { here, left } = terminal(
      [/Which file is the resident register/, ENTER],
      [/Which files hold links/, ENTER],
      [/Name of the source in cards\.csv/, '2', ENTER],
    );
    const { register, links } = await askSources(found, 'en', here);
    expect(left).toEqual([]);
    expect([register.key, register.inspection.path.endsWith('juki.csv')]).toEqual(['register', true]);
    expect(links.map(({ key }) => key)).toEqual(['cards2']);
  });

  it('asks what is open of a source, and changes what somebody says is wrong', async () => {
    const [inspection] = (await lookAround(folder())).links;
    const { here, left } = terminal(
      // The record's own key is found in no column: the last of five is named.
      [/◆ .*record/, DOWN, DOWN, DOWN, DOWN, SPACE, ENTER],
      [/◆ .*sex/, ENTER],
      [/◆ .*address/, ENTER],
      // The fifth after "yes": the name, which is left out.
      [/◆ .*Is this right\?/, DOWN, DOWN, DOWN, DOWN, DOWN, ENTER],
      [/◆ .*Name/, DOWN, DOWN, SPACE, ENTER],
      [/◆ .*Is this right\?/, ENTER],
    );
    const { inspection: settled } = await askItems({ key: 'cards', inspection: inspection! }, 'en', here);
    expect(left).toEqual([]);
    expect(Object.fromEntries(settled.mapping.map(({ item, columns }) => [item, columns.join()]))).toEqual({
      record_id: '乙',
      my_number: '個人番号',
      birth_date: '生年月日',
    });
  });

  it('asks what each code of a status means, the commonest first; one may stay unknown', async () => {
    const dir = folder();
    const codes = ['1', '1', '3', '9'];
    writeFileSync(
      join(dir, 'juki.csv'),
      REGISTER.split('\n')
        .map((line, i) => (i === 0 ? line : line.replace('在住', codes[i - 1] ?? '')))
        .join('\n'),
    );
    const [inspection] = (await lookAround(dir)).registers;
    const { here, left } = terminal(
      [/◆ .*sex/, ENTER],
      [/◆ .*address/, ENTER],
      [/◆ .*code 1 of the status mean \(2 rows\)/, ENTER],
      [/◆ .*code 3 of the status mean \(1 row\)/, DOWN, ENTER],
      [/◆ .*code 9 of the status/, DOWN, DOWN, DOWN, DOWN, ENTER],
      [/◆ .*Is this right\?/, ENTER],
    );
    const { inspection: settled } = await askItems({ key: 'register', inspection: inspection! }, 'en', here);
    expect(left).toEqual([]);
    expect(settled.mapping.find(({ item }) => item === 'status')?.codes).toEqual({
      '1': '現存',
      '3': '死亡',
    });
    expect(settled.questions.find(({ kind }) => kind === 'codes')?.codes).toEqual([{ code: '9', rows: 1 }]);
  });

  it('adds an item that was missed, and drops one', async () => {
    const [inspection] = (await lookAround(folder())).registers;
    expect(inspection!.mapping.map(({ item }) => item)).not.toContain('kana');
    const { here, left } = terminal(
      [/◆ .*(性別|kana|address|住所|らしい)/, ENTER],
      [/◆ .*(性別|kana|address|住所|らしい)/, ENTER],
      [/◆ .*これでよいですか/, DOWN, ENTER],
      // The first that is missed: 旧氏; the fourth column holds it.
      [/◆ .*どの項目を加えますか/, ENTER],
      [/◆ .*旧氏/, DOWN, DOWN, DOWN, SPACE, ENTER],
      [/◆ .*これでよいですか/, DOWN, DOWN, ENTER],
      [/◆ .*外す項目/, DOWN, DOWN, SPACE, ENTER],
      [/◆ .*これでよいですか/, ENTER],
    );
    const { inspection: settled } = await askItems({ key: 'register', inspection: inspection! }, 'ja', here);
    expect(left).toEqual([]);
    const items = Object.fromEntries(settled.mapping.map(({ item, columns }) => [item, columns.join()]));
    // 氏名 is the former name now, and no name beside it; the third item, the household, is left out.
    expect(items).toEqual({
      resident_id: '宛名番号',
      my_number: '個人番号',
      former_name: '氏名',
      birth_date: '生年月日',
      status: '住民状態',
    });
  });

  it('a file that somebody says is the register is read as one', async () => {
    const found = await lookAround(folder());
    const { here } = terminal(
      [/Which file is the resident register/, DOWN, ENTER],
      [/Which files hold links/, ENTER],
      [/Name of the source in juki\.csv/, ENTER],
    );
    const { register, links } = await askSources(found, 'en', here);
    expect([register.inspection.kind, links[0]!.inspection.kind]).toEqual(['register', 'link']);
    expect(links[0]!.inspection.mapping.map(({ item }) => item)).toContain('record_id');
  });

  it('replaces a file only when told so', async () => {
    expect(await askOverwrite('p.yaml', 'en', terminal([/Replace p\.yaml/, ENTER]).here)).toBe(false);
    expect(await askOverwrite('p.yaml', 'ja', terminal([/上書き/, 'y']).here)).toBe(true);
  });
});
