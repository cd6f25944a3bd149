import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { myNumberCheckDigit } from '../../src/audit/my-number.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { evidenceReader } from '../../src/findings/kept-evidence.js';
import { explain } from '../../src/result/explain.js';
import { explainRegister } from '../../src/result/explain-register.js';
import {
  explanationJson,
  explanationText,
  registerExplanationText,
} from '../../src/result/explanation-text.js';
import { lines, temporary, totsugo } from './program.js';

/** A town that stands in the addresses of this world only where it would lead to the protected person. */
const TOWN = '秘匿町';
const PLACE = `神奈川県ひばり野市${TOWN}１丁目２番３号`;
const ELSEWHERE = '神奈川県ひばり野市本町９丁目８番７号';

const number = (body: number) => {
  const first = String(body).padStart(11, '0');
  return first + myNumberCheckDigit(first);
};

interface Resident {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly born: string;
  readonly address: string;
  readonly before?: string;
  readonly household: string;
  readonly number: string;
  readonly flag?: '1';
}

const RESIDENTS: readonly Resident[] = [
  // The protected daughter, and a row of hers without the flag.
  {
    id: 'T1',
    name: '葛西　花子',
    kana: 'カサイ　ハナコ',
    born: '平成20年4月1日',
    address: PLACE,
    household: 'H1',
    number: number(97927244431),
    flag: '1',
  },
  {
    id: 'T2',
    name: '葛西　花子',
    kana: 'カサイ　ハナコ',
    born: '平成20年4月1日',
    address: `神奈川県ひばり野市${TOWN}1-2-3 第二コーポ`,
    household: 'H1',
    number: number(97927244432),
  },
  // Her mother, who is not flagged, and the mother's namesake.
  {
    id: 'T3',
    name: '葛西　恵子',
    kana: 'カサイ　ケイコ',
    born: '昭和50年5月5日',
    address: `ひばり野市${TOWN}一丁目２－３`,
    household: 'H1',
    number: number(97927244433),
  },
  {
    id: 'T4',
    name: '葛西　恵子',
    kana: 'カサイ　ケイコ',
    born: '昭和50年5月5日',
    address: ELSEWHERE,
    household: 'H2',
    number: number(97927244434),
  },
  // Who lived there before.
  {
    id: 'T5',
    name: '堂本　剛士',
    kana: 'ドウモト　ゴウシ',
    born: '昭和40年7月7日',
    address: ELSEWHERE,
    before: PLACE,
    household: 'H3',
    number: number(97927244435),
  },
  {
    id: 'T6',
    name: '沼田　信夫',
    kana: 'ヌマタ　ノブオ',
    born: '昭和30年8月8日',
    address: ELSEWHERE,
    household: 'H4',
    number: number(97927244436),
  },
  {
    id: 'T7',
    name: '江口　豊',
    kana: 'エグチ　ユタカ',
    born: '昭和31年9月9日',
    address: ELSEWHERE,
    household: 'H5',
    number: number(97927244437),
  },
];
const numberOf = (id: string) => RESIDENTS.find((resident) => resident.id === id)!.number;

/** A number of nobody's row but of the register, planted where it does not belong. */
const PLANTED = numberOf('T7');
const grouped =
  (...sizes: readonly number[]) =>
  (mark: string) =>
    sizes.map((size, i) => PLANTED.slice(sum(sizes.slice(0, i)), sum(sizes.slice(0, i)) + size)).join(mark);
const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
const KANJI = [...PLANTED].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
const NOTATIONS: readonly string[] = [
  PLANTED,
  grouped(4, 4, 4)('-'),
  grouped(4, 4, 4)('　　　　'),
  grouped(4, 4, 4)('\u200b'),
  grouped(4, 4, 4)('番'),
  grouped(3, 3, 3, 3)('、'),
  grouped(6, 6)('/'),
  grouped(2, 5, 5)('_'),
  KANJI,
  [...PLANTED].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join(''),
];

/** Records of health insurance: who is named, whose number is written, where they live. */
interface Record {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly born: string;
  readonly address: string;
  readonly lookup?: string;
}

const person = (id: string) => {
  const { name, kana } = RESIDENTS.find((resident) => resident.id === id)!;
  return { name, kana };
};
const KEIKO = { ...person('T3'), born: '3500505' };
const RECORDS: readonly Record[] = [
  // Leak 1: linked to the namesake, and the unflagged candidate lives where the protected person does.
  { id: 'L1', number: numberOf('T4'), ...KEIKO, address: `神奈川県ひばり野市${TOWN}9-9-9` },
  { id: 'L2', number: numberOf('T4'), ...KEIKO, address: `神奈川県ひばり野市${TOWN}1-2-3` },
  // The household member's own record, in another notation, and one with another house number.
  { id: 'L3', number: numberOf('T3'), ...KEIKO, address: `ひばり野市${TOWN}1丁目2-3` },
  { id: 'L4', number: numberOf('T3'), ...KEIKO, address: `ひばり野市${TOWN}4丁目4-4` },
  // The protected person's own, of both rows.
  { id: 'L5', number: numberOf('T1'), ...person('T1'), born: '4200401', address: `ひばり野市${TOWN}7-7-7` },
  { id: 'L6', number: numberOf('T2'), ...person('T1'), born: '4200401', address: `ひばり野市${TOWN}7-7-7` },
  // Somebody else's record with her address, and with the address that its resident had before.
  { id: 'L7', number: numberOf('T6'), ...person('T6'), born: '3300808', address: PLACE },
  { id: 'L8', number: numberOf('T5'), ...person('T5'), born: '3400707', address: PLACE },
  // Linked to somebody else than whom it names.
  { id: 'L9', number: numberOf('T6'), ...person('T1'), born: '4200401', address: `ひばり野市${TOWN}7-7-7` },
  // Leak 2: a number in an address, and in other items.
  ...NOTATIONS.flatMap((text, i): Record[] => [
    {
      id: `A${i}`,
      number: numberOf('T6'),
      ...person('T5'),
      born: '3400707',
      address: `神奈川県ひばり野市本町1丁目 ${text}`,
    },
    {
      id: `N${i}`,
      number: numberOf('T6'),
      name: `${person('T5').name} ${text}`,
      kana: person('T5').kana,
      born: '3400707',
      address: ELSEWHERE,
    },
    {
      id: `K${i}`,
      number: numberOf('T6'),
      name: person('T5').name,
      kana: text,
      born: text,
      address: ELSEWHERE,
      lookup: text,
    },
  ]),
];

const recordId = (id: string) => `01130012-${id}-1-00`;

let out: string;
let engine: Engine;
beforeAll(async () => {
  const dir = join(temporary(), 'world');
  expect(
    totsugo(['synth', '--out', dir, '--residents', '300', '--seed', '5', '--wrong-rate', '0.03']).code,
  ).toBe(0);
  const rows = RESIDENTS.map((r) =>
    [
      r.id,
      r.number,
      r.household,
      r.name,
      '',
      '',
      r.kana,
      r.born,
      '女',
      r.address,
      r.before ?? '',
      '142999',
      '住民',
      '',
      r.flag ?? '',
      '',
      '',
    ].join(','),
  );
  appendFileSync(join(dir, 'residents.csv'), `${rows.join('\r\n')}\r\n`);
  const records = RECORDS.map((r) =>
    [
      '01130012',
      r.id,
      '1',
      '00',
      r.number,
      r.kana,
      r.name,
      r.born,
      '2',
      r.address,
      '2022-06-06 17:19:01',
      r.lookup ?? '',
    ].join(','),
  );
  appendFileSync(join(dir, 'insurance.csv'), `${records.join('\r\n')}\r\n`);
  out = join(dir, 'run');
  const { code, stderr } = totsugo(['run', join(dir, 'pipeline.yaml'), '--out', out, '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  engine = await openDuckDb({ path: join(out, 'work', 'totsugo.duckdb'), readOnly: true });
});
afterAll(() => engine.close());

/** What stands in every file of the output folder, the workbook unpacked; `work/` left out. */
function outputTexts(): { readonly name: string; readonly text: string }[] {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.startsWith('work'),
  );
  return names.flatMap((name) => {
    if (/\.(html|js|json|jsonl|csv)$/.test(name))
      return [{ name, text: readFileSync(join(out, name), 'utf8') }];
    if (!name.endsWith('.xlsx')) return [];
    const parts = Object.entries(unzipSync(readFileSync(join(out, name))));
    return parts.map(([part, bytes]) => ({
      name: `${name}/${part}`,
      text: Buffer.from(bytes).toString('utf8'),
    }));
  });
}

/** Everything that `explain` prints of a link or of two rows, in both languages and as JSON. */
async function explained(target: string): Promise<string> {
  const register = await explainRegister(engine, target);
  const links =
    register.length > 0
      ? []
      : await explain(engine, out, ['cards', 'insurance', 'accounts', 'services'], target);
  expect(register.length + links.length).toBeGreaterThan(0);
  return [
    ...register.flatMap((each) => [
      registerExplanationText(each, 'ja'),
      registerExplanationText(each, 'en'),
      each,
    ]),
    ...links.flatMap((each) => [explanationText(each, 'ja'), explanationText(each, 'en'), each]),
  ]
    .map((each) => (typeof each === 'string' ? each : JSON.stringify(explanationJson(each))))
    .join('\n');
}

/** The digits of a number with anything but letters and digits between them, in any script that was planted. */
const SHOWN_NUMBER = new RegExp(
  [...PLANTED]
    .map(
      (digit) =>
        `[${digit}${'〇一二三四五六七八九'[Number(digit)]}${String.fromCodePoint(0x660 + Number(digit))}]`,
    )
    .join('[^0-9A-Za-z]{0,8}番?'),
);

describe('where a protected person lives', () => {
  it('stands in no file', () => {
    const texts = outputTexts();
    expect(texts.length).toBeGreaterThan(20);
    // The first record is of the blind sample: its own address beside the namesake's tells of nobody else.
    const told = new RegExp(`${TOWN}(?!9-9-9)`);
    expect(texts.filter(({ text }) => told.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it.each(RECORDS.filter(({ id }) => id.startsWith('L')).map(({ id }) => id))(
    'is not told by explain of record %s, nor how an address compares with hers',
    async (id) => {
      const text = await explained(`insurance:${recordId(id)}`);
      expect(text).not.toContain(TOWN);
      for (const level of ['町名は同じ', '町名まで', '番地が異なります', '住所が一致', '住所は'])
        expect(text).not.toContain(level);
      expect(text).toContain('支援措置のため表示しません');
    },
  );

  it('is not told by explain of her two rows', async () => {
    for (const id of ['T1', 'T2']) {
      const text = await explained(`register:${id}`);
      expect(text).not.toContain(TOWN);
      expect(text).not.toContain('本町９丁目');
      expect(text).toContain('支援措置のため表示しません');
    }
  });
});

describe('a number written into a name or an address', () => {
  it('stands in no file', () => {
    for (const { name, text } of outputTexts()) expect(SHOWN_NUMBER.exec(text)?.[0], name).toBeUndefined();
  });

  it.each(NOTATIONS.map((text, i) => [text, i] as const))('%s is not printed by explain', async (_, i) => {
    for (const id of [`A${i}`, `N${i}`, `K${i}`]) {
      const text = await explained(`insurance:${recordId(id)}`);
      expect(SHOWN_NUMBER.exec(text)?.[0]).toBeUndefined();
      expect(text).toContain('＊＊＊＊＊＊＊＊');
    }
  });

  it('is not printed by the command', () => {
    const { stdout, code } = totsugo(['explain', out, `insurance:${recordId('A5')}`, '--all']);
    expect(code).toBe(0);
    expect(SHOWN_NUMBER.exec(stdout)).toBeNull();
    expect(stdout).toContain('＊＊＊＊＊＊＊＊');
  });
});

it('explain weighs a link as its page does, row by row', async () => {
  interface Line {
    readonly finding_id: string;
    readonly source: string;
    readonly evidence: readonly { readonly item: string; readonly level: string; readonly weight: number }[];
  }
  const findings = lines<Line>(out, 'findings.jsonl');
  const kept = await engine.rows<{ finding_id: string; evidence: string }>(
    'SELECT finding_id, evidence FROM findings',
  );
  const evidenceOf = await evidenceReader(engine);
  const byId = new Map(kept.map(({ finding_id, evidence }) => [finding_id, evidenceOf(evidence)]));
  let compared = 0;
  for (const { finding_id, source } of findings.slice(0, 60)) {
    if (source === 'register') continue;
    for (const each of await explain(
      engine,
      out,
      ['cards', 'insurance', 'accounts', 'services'],
      finding_id,
    )) {
      if (each.isProtected || !each.findings.includes(finding_id)) continue;
      expect(each.evidence).toEqual(byId.get(finding_id));
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(10);
});
