import type { CandidateView, Case, FactRow, FactText, PersonView } from '../../src/audit/case.js';
import type { Evidence, LevelKind } from '../../src/audit/evidence.js';
import { isMyNumber } from '../../src/audit/my-number.js';
import type { AuditResult, Trail } from '../../src/audit/result.js';
import type { ShownCase } from '../../src/audit/shown.js';
import type { OrganisationSummary, ReviewCounts } from '../../src/audit/summary.js';
import type { Unchecked, UndecidableView } from '../../src/audit/unchecked.js';
import { reviewCounts } from '../../src/decide/index.js';
import { ITEM_ROWS } from '../../src/result/item-rows.js';
import { redactCase } from '../../src/result/redact.js';
import { linkOf } from '../../src/result/review.js';
import type { Secrets } from '../../src/result/secrets.js';
import { shownUndecidable } from '../../src/result/undecidable-views.js';

/** A case with the sentences that pages show of it, which a run makes from what is shown. */
export type SampleCase = Case & Pick<ShownCase, 'reason' | 'normalisations'>;

/** Nobody's address; numbers by their check digit. */
export const NO_SECRETS: Secrets = { isProtectedPlace: () => false, isNumber: isMyNumber };

export function shownSample(item: SampleCase, secrets = NO_SECRETS): ShownCase {
  const { reason, normalisations } = item;
  return { ...redactCase(item, secrets), ...(item.blind ? {} : { reason, normalisations }) };
}

/** Texts that break careless reports, one per trap. */
export const HOSTILE: readonly string[] = [
  '<script>document.title="owned"</script>',
  '"><img src=x onerror=alert(1)>',
  'O\'Neil "The & Amp" &lt;b&gt;',
  '=HYPERLINK("http://example.invalid","x")',
  '+81-3-1234',
  '-2+3',
  '@SUM(A1)',
  '\tTAB',
  '\u202e\u200f山田\u202c \u2066太郎',
  '斎'.repeat(500),
  '\ue000\u{e01ff}\u0378\ud800外字',
  '</script><!--',
  'x_x0041_y',
  '邊\u{e0101}\u3099 が\u3099',
];

function person(
  id: string | null,
  items: Record<string, string | null>,
  extra: Partial<PersonView> = {},
): PersonView {
  const birth = items.birth_date ?? null;
  return {
    residentId: id,
    items,
    birthDate: birth && /^\d{4}-/.test(birth) ? birth : null,
    protected: false,
    ...extra,
  };
}

function evidence(
  item: string,
  title: string,
  kind: LevelKind,
  weight: number,
  ja: string,
  en: string,
): Evidence {
  return { item, title: { ja: title, en: item }, level: kind, kind, weight, text: { ja, en } };
}

const level = (kind: LevelKind, ja: string, en: string) => ({ level: kind, kind, text: { ja, en } });

const RECORD = person(null, {
  name: '\u9f4b\u85e4\u3000美咲',
  kana: 'サイトウ ミサキ',
  birth_date: 'S63.3.12',
  sex: '2',
  address: '霞が関２丁目１番地２号',
});

const MISAKI: CandidateView = {
  ...person('R-200', {
    name: '\u658e\u85e4\u3000美咲',
    kana: 'サイトウ ミサキ',
    birth_date: '1988-03-12',
    sex: '女',
    address: '霞が関2-1-2',
  }),
  probability: 0.98,
  why: [{ ja: '同じ世帯', en: 'Same household' }],
  levels: {
    family: level('equivalent', '氏は異体字・表記の違いのみです', 'Family name differs only by a variant'),
    given: level('equal', '名が一致します', 'Given name agrees'),
    birth_date: level('equal', '生年月日が一致します', 'Dates of birth agree'),
    sex: level('equal', '性別が一致します', 'Sex agrees'),
    address: level('equivalent', '住所は表記ゆれのみです', 'Address differs in notation only'),
  },
};

const NAMESAKE: CandidateView = {
  ...person('R-300', {
    name: '\u9f4b\u85e4\u3000美咲',
    kana: 'サイトウ ミサキ',
    birth_date: '1979-03-12',
    sex: '女',
    address: '大阪市北区中之島1-3-20',
  }),
  probability: 0.01,
  why: [{ ja: '同姓同名', en: 'Same name' }],
  levels: {
    family: level('equal', '氏が一致します', 'Family name agrees'),
    given: level('equal', '名が一致します', 'Given name agrees'),
    birth_date: level('different', '生年月日が一致しません', 'Dates of birth differ'),
    sex: level('equal', '性別が一致します', 'Sex agrees'),
    address: level('different', '住所が一致しません', 'Addresses differ'),
  },
};

const EVIDENCE: readonly Evidence[] = [
  evidence(
    'prior',
    '比較前の見込み',
    'equal',
    6.64,
    '点検前の見込み: ほとんどの紐付けは正しい',
    'Before looking: nearly all links are right',
  ),
  evidence(
    'family',
    '氏',
    'equivalent',
    2.14,
    '氏は異体字・表記の違いのみです',
    'Family name differs only by a variant',
  ),
  evidence('given', '名', 'different', -8.62, '名が一致しません', 'Given names differ'),
  evidence('birth_date', '生年月日', 'different', -10.21, '生年月日が一致しません', 'Dates of birth differ'),
  evidence('sex', '性別', 'different', -4.93, '性別が一致しません', 'Sex differs'),
  evidence(
    'address',
    '住所',
    'equivalent',
    3.24,
    '住所は表記ゆれのみです',
    'Address differs in notation only',
  ),
];

/** The case of the mock: a card linked to a family member, two candidates. */
export function familyCase(findingId: string): SampleCase {
  return {
    findingId,
    kind: 'wrong-resident',
    cause: 'family',
    source: 'insurance',
    recordId: '01130012-12-3456-01',
    organisation: '01130012',
    residentId: 'R-100',
    grade: 'C',
    probability: 0.9987,
    severity: 'high',
    fingerprint: `fp-${findingId}`,
    related: [],
    incident: findingId,
    headline: { ja: '別人に紐付いている可能性があります', en: 'The link may belong to another person' },
    reason: {
      ja: '登録されている番号の住民(B)は、記録(A)と生年月日と名が一致しません。同じ世帯の別の方(C1)と、全項目が一致します。',
      en: 'The linked resident (B) differs from the record (A) in date of birth and given name. All items match another household member (C1).',
    },
    status: 'new',
    origin: { file: 'insurance.csv', row: 18204 },
    numberTail: '4821',
    record: { ...RECORD, birthDate: '1988-03-12' },
    linked: person('R-100', {
      name: '\u658e\u85e4\u3000健',
      kana: 'サイトウ ケン',
      birth_date: '1985-11-02',
      sex: '男',
      address: '霞が関2-1-2',
    }),
    candidates: [MISAKI, NAMESAKE],
    rows: ITEM_ROWS,
    evidence: EVIDENCE,
    total: EVIDENCE.reduce((sum, row) => sum + row.weight, 0),
    normalisations: [
      { ja: '氏名: 異体字をそろえた', en: 'Name: variants folded' },
      { ja: '住所: 丁目・番地・号を「-」に', en: 'Address: 丁目, 番地, 号 as “-”' },
      { ja: '生年月日: 和暦を西暦に', en: 'Date of birth: era to Gregorian' },
    ],
  };
}

const VARIATIONS: readonly Partial<Case>[] = [
  {},
  {
    kind: 'swapped-links',
    cause: 'swap',
    severity: 'high',
    status: 'recurring',
    headline: { ja: '二人の紐付けが入れ違っている可能性があります', en: 'Two links may be swapped' },
  },
  {
    kind: 'wrong-resident',
    cause: 'namesake',
    severity: 'medium',
    status: 'continuing',
    source: 'cards',
    candidates: [NAMESAKE],
  },
  {
    kind: 'nobody-fits',
    cause: 'unknown',
    severity: 'medium',
    candidates: [],
    headline: { ja: '該当する住民が見当たりません', en: 'Nobody in the register fits' },
  },
  {
    kind: 'unknown-number',
    cause: null,
    severity: 'low',
    linked: null,
    residentId: null,
    candidates: [],
    evidence: [],
    total: 0,
    numberTail: null,
    headline: { ja: '登録簿にない番号です', en: 'The number is not in the register' },
  },
  {
    kind: 'wrong-resident',
    cause: 'row-shift',
    severity: 'high',
    candidates: [
      MISAKI,
      NAMESAKE,
      {
        ...NAMESAKE,
        residentId: 'R-400',
        why: [
          { ja: '隣の行', en: 'Adjacent row' },
          { ja: '番号が1桁違い', en: 'Number one digit off' },
        ],
      },
    ],
  },
  {
    record: person(null, { name: '山田\u3000花子', kana: null, birth_date: null, sex: null, address: null }),
    severity: 'low',
    cause: 'unknown',
  },
  {
    linked: person(
      'R-900',
      {
        name: '\u658e\u85e4\u3000健',
        kana: 'サイトウ ケン',
        birth_date: '1985-11-02',
        sex: '男',
        address: null,
      },
      { protected: true },
    ),
  },
];

function hostileCase(text: string, index: number): SampleCase {
  const base = familyCase(`H-${String(index).padStart(3, '0')}`);
  return {
    ...base,
    organisation: base.organisation,
    recordId: `rec ${text}`.slice(0, 60),
    record: { ...base.record, items: { ...base.record.items, name: text, address: text } },
    linked: person('R-100', { ...base.linked!.items, name: `${text}x`, address: text.slice(1) }),
  };
}

const PAST = {
  decision: 'right',
  candidate: null,
  reason: 'form',
  reviewer: 'r-07',
  at: '2023-06-01T01:00:00.000Z',
  current: true,
} as const;

const REGISTERED = {
  at: '20230403102100',
  day: '2023-04-03',
  terminal: 'T-014',
  operator: 'op-3',
  lookup: null,
};

/** Related cases here, in the folder of the register, at another organisation, and of a protected person there. */
const RELATED: Pick<Case, 'related' | 'relatedCases'> = {
  related: ['C-0001', 'C-0004', 'D-1', 'P-1', 'P-2'],
  relatedCases: [
    { id: 'C-0001', kind: 'wrong-resident', how: { ja: '行ずれの同じ区間', en: 'the same shifted block' } },
    { id: 'C-0004', kind: 'wrong-resident', how: { ja: '行ずれの同じ区間', en: 'the same shifted block' } },
    {
      ...{
        id: 'D-1',
        kind: 'duplicate-resident',
        how: { ja: 'BとC1が同じ人か', en: 'are B and C1 one person?' },
      },
      elsewhere: { organisation: '131016', isLed: true },
    },
    {
      ...{
        id: 'P-1',
        kind: 'swapped-links',
        how: { ja: '入れ替わりの相手', en: 'swapped with this one' },
      },
      elsewhere: { organisation: '131016', isLed: false },
    },
    {
      ...{
        id: 'P-2',
        kind: 'swapped-links',
        how: { ja: '入れ替わりの相手', en: 'swapped with this one' },
      },
      elsewhere: { organisation: '131016', isLed: false, isGuarded: true },
    },
  ],
};

/** A few dozen cases in three organisations, one of them with a hostile name; every kind of trap once. */
export function sampleResult(change = (item: SampleCase) => item): AuditResult {
  const main = Array.from({ length: 24 }, (_, index): SampleCase => {
    const id = `C-${String(index + 1).padStart(4, '0')}`;
    return {
      ...familyCase(id),
      ...VARIATIONS[index % VARIATIONS.length],
      ...(index === 1 ? { related: ['C-0001', 'Z-1'] } : {}),
      ...(index === 2 ? RELATED : {}),
    };
  });
  main[3] = {
    ...main[3]!,
    review: 'reopened',
    history: [
      {
        decision: 'hold',
        candidate: null,
        reason: 'office',
        reviewer: 'r-07',
        at: '2023-06-01T01:00:00.000Z',
        current: false,
      },
    ],
  };
  // States of review, and records that came in at one terminal and on one day.
  main[6] = { ...main[6]!, review: 'disagreement', history: [PAST, { ...PAST, decision: 'wrong-unknown' }] };
  main[7] = { ...main[7]!, review: 'second-needed', history: [PAST] };
  main[8] = { ...main[8]!, review: 'closed', verdict: 'right', history: [PAST, PAST] };
  main[12] = { ...main[12]!, review: 'closed', verdict: 'wrong-unknown', history: [PAST, PAST] };
  for (const index of [0, 5, 6]) {
    const registration = { ...REGISTERED, day: index === 0 ? '2023-04-04' : '2023-04-03' };
    main[index] = { ...main[index]!, registration };
  }
  const blind = { ...familyCase('S-0001'), blind: true, kind: 'clean-sample', cause: null, candidates: [] };
  const hostileOrganisation = '../<b>"健保"\u202e';
  const hostile = HOSTILE.map(hostileCase).map((item) => ({ ...item, organisation: hostileOrganisation }));
  return resultOf(
    new Map([
      ['01130012', [...main, blind].map(change)],
      [hostileOrganisation, hostile.map(change)],
      ['131016', []],
    ]),
  );
}

/** An `AuditResult` over given cases; summaries count what is there. */
export function resultOf(
  cases: ReadonlyMap<string, readonly SampleCase[]>,
  secrets = NO_SECRETS,
): AuditResult {
  const found = [...cases.values()].flat().filter((item) => !item.blind);
  const base = frame([...cases].flatMap(([organisation, list]) => summaries(organisation, list)));
  const statuses = (status: Case['status']) => found.filter((item) => item.status === status).length;
  return {
    ...base,
    summary: {
      ...base.summary,
      previous_run: {
        new: statuses('new'),
        resolved: 4,
        continuing: statuses('continuing'),
        recurring: statuses('recurring'),
      },
    },
    review: { ...reviewed(found), sample: { reviewed: 300, wrong: 0, upperPer10000: 99.4 } },
    unchecked: UNCHECKED,
    trail: TRAIL,
    organisations: [...cases].map(([organisation, list]) => ({
      organisation,
      findings: list.filter((item) => !item.blind).length,
    })),
    async *cases(organisation) {
      const list = cases.get(organisation) ?? [];
      for (let start = 0; start < list.length; start += 500)
        yield list.slice(start, start + 500).map((item) => shownSample(item, secrets));
    },
  };
}

/** A link of which nothing can be told: the record of the sample, and nothing but its name agrees with the resident. */
function undecidableView(isProtected: boolean): UndecidableView {
  const { record, linked, candidates } = familyCase('U-1');
  const { family, address } = candidates[1]!.levels;
  const view = {
    record,
    linked: { ...linked!, protected: isProtected },
    candidates: candidates.slice(1),
    ...{ evidence: [], total: 0, rows: ITEM_ROWS, levels: { family: family!, address: address! } },
    facts: UNDECIDABLE_FACTS,
    clues: [
      {
        ja: '手がかり: すぐ前後の行に、Bと同じ世帯の方の記録があります（他の記録）',
        en: 'A clue: records of the household of B stand in the rows beside (other records)',
      },
    ],
  };
  return shownUndecidable(view, NO_SECRETS);
}

const fact = (item: string, record: string | null, linked: FactText | null, candidate: FactText | null) => ({
  ...{ item, record, beside: [], linked, candidates: [candidate], decides: true as const },
});
const UNDECIDABLE_FACTS: readonly FactRow[] = [
  fact('status', null, '住民', '転出'),
  fact('moved_on', null, null, '20211201'),
  fact('household_id', null, 'H-0101', 'H-0300'),
  fact('registered_at', '20230403101112', null, null),
  fact(
    'records',
    null,
    { ja: '健康保険証（要確認 F-0123-4567-89ab）', en: 'Health insurance (to be checked F-0123-4567-89ab)' },
    { ja: 'なし', en: 'none' },
  ),
];

const UNCHECKED: Unchecked = {
  rejected: (['insurance', 'cards'] as const).map((source) => ({
    source,
    code: 'columns-too-few',
    text: { ja: '列が見出しより少ない行です。', en: 'The row has fewer columns than the header.' },
    count: 6,
    places: [12, 40, 41, 377, 900, 4_021].map((line) => ({
      file: `data/${source}.csv`,
      line,
      column: null,
    })),
  })),
  undecidable: [
    {
      source: 'cards',
      reason: 'little',
      count: 565,
      cases: 3,
      kinds: ['defunct-resident', 'stale-binding'],
      places: [1, 2, 3].map((row) => ({
        recordId: `142999-000${row}`,
        residentId: `R-10${row}`,
        file: 'data/cards.csv',
        row,
        finding: row === 3 ? { id: 'C-0003', organisation: '01130012' } : null,
        view: row === 3 ? null : undecidableView(row === 2),
      })),
    },
  ],
};

const TRAIL: Trail = {
  compared: { runId: '20230621-001', asOf: '2023-06-21', findings: 40 },
  nights: [44, 41, 45, 40, 38].map((findings, index) => ({
    runId: `202306${18 + index}-001`,
    asOf: `2023-06-${18 + index}`,
    findings,
  })),
};

function reviewed(cases: readonly Case[]): ReviewCounts {
  return reviewCounts(
    cases.map(({ review = 'open', verdict, source, grade, cause }) => ({
      state: review,
      link: linkOf(source, grade, cause),
      verdict: verdict === undefined ? null : { decision: verdict, resident: null },
    })),
  );
}

function summaries(organisation: string, cases: readonly Case[]): OrganisationSummary[] {
  return ['insurance', 'cards'].map((source) => {
    const own = cases.filter((item) => item.source === source && !item.blind);
    const causes: Record<string, number> = {};
    for (const { cause } of own) if (cause !== null) causes[cause] = (causes[cause] ?? 0) + 1;
    const C = own.filter((item) => item.grade === 'C' && item.cause !== null).length;
    return {
      organisation,
      source,
      accepted: 10_000,
      A: 9_000,
      B: 900,
      C,
      U: 100 - C,
      findings: own.length,
      causes,
    };
  });
}

function frame(organisations: readonly OrganisationSummary[]): Omit<AuditResult, 'organisations' | 'cases'> {
  const source = (id: string, ja: string, en: string) => {
    const own = organisations.filter((row) => row.source === id);
    const sum = (pick: (row: OrganisationSummary) => number) => own.reduce((all, row) => all + pick(row), 0);
    return {
      title: { ja, en },
      rows: sum((row) => row.accepted) + 6,
      accepted: sum((row) => row.accepted),
      rejected: 6,
      A: sum((row) => row.A),
      B: sum((row) => row.B),
      C: sum((row) => row.C),
      U: sum((row) => row.U),
      findings: {},
      causes: {},
    };
  };
  const levels = [
    {
      level: 'exact',
      kind: 'equal' as const,
      title: { ja: '一致', en: 'Equal' },
      m: 0.95,
      u: 0.0003,
      weight: 11.63,
      count: 28_000,
    },
    {
      level: 'different',
      kind: 'different' as const,
      title: { ja: '不一致', en: 'Different' },
      m: 0.0004,
      u: 0.98,
      weight: -11.26,
      count: 12,
    },
    {
      level: 'shifted',
      kind: 'different' as const,
      title: { ja: '日と月が逆', en: 'Day and month swapped' },
      m: 0.0001,
      u: 0.01,
      weight: -6.64,
      count: 0,
    },
  ];
  return {
    run: {
      runId: '20230622-001',
      pipeline: 'emergency-review',
      version: '0.1.0',
      asOf: '2023-06-22',
      language: 'ja',
      inputs: [
        {
          source: 'register',
          path: 'data/residents.csv',
          sha256: 'a'.repeat(64),
          bytes: 1,
          rows: 30_004,
          accepted: 30_000,
          rejected: 4,
        },
        {
          source: 'insurance',
          path: 'data/insurance.csv',
          sha256: 'b'.repeat(64),
          bytes: 1,
          rows: 30_006,
          accepted: 30_000,
          rejected: 6,
        },
      ],
    },
    summary: {
      sources: {
        insurance: source('insurance', '健康保険', 'Health insurance'),
        cards: source('cards', 'マイナンバーカード', 'My Number cards'),
      },
      register: { rows: 30_004, accepted: 30_000, rejected: 4, findings: {} },
      organisations,
      clusters: [
        { item: 'terminal', source: 'insurance', value: 'T-014', links: 220, C: 3 },
        { item: 'day', source: 'insurance', value: '2023-04-03', links: 310, C: 2 },
      ],
      previous_run: { new: 0, resolved: 0, continuing: 0, recurring: 0 },
    },
    timeline: [
      { source: 'insurance', terminal: 'T-014', day: '2023-04-03', links: 120, C: 2 },
      { source: 'insurance', terminal: 'T-014', day: '2023-04-04', links: 100, C: 1 },
      { source: 'cards', terminal: 'T-2', day: '2023-04-04', links: 9, C: 0 },
    ],
    quality: [
      {
        check: 'birth-date',
        severity: 'error',
        source: 'insurance',
        item: 'birth_date',
        count: 6,
        of: 30_006,
        title: { ja: '生年月日が暦にありません', en: 'Date of birth not in the calendar' },
        advice: { ja: '元の帳票を確認してください', en: 'Check the original form' },
      },
      {
        check: 'kana-missing',
        severity: 'warning',
        source: 'register',
        item: 'kana',
        count: 4_100,
        of: 30_000,
        title: { ja: 'カナが未登録です', en: 'Kana missing' },
        advice: { ja: '判断には使っていません', en: 'Not used in the assessment' },
      },
      {
        check: 'day-unknown',
        severity: 'info',
        source: 'register',
        item: 'birth_date',
        count: 1,
        of: 30_000,
        title: { ja: '日が不詳です', en: 'Day unknown' },
        advice: { ja: '対応は要りません', en: 'Nothing to do' },
      },
    ],
    model: {
      distribution: [0, 0.001, 0.5, 0.99].map((from, at) => ({ from, links: [29_900, 60, 5, 35][at]! })),
      distributions: { insurance: [14_900, 40, 5, 30], cards: [15_000, 20, 0, 5] },
      sources: {
        insurance: {
          links: 30_000,
          wrongRate: 0.0012,
          convergence: [0.0002, 0.0008, 0.0011, 0.0012, 0.0012],
          comparisons: [
            { comparison: 'family', title: { ja: '氏', en: 'Family name' }, levels },
            { comparison: 'birth_date', title: { ja: '生年月日', en: 'Date of birth' }, levels },
          ],
        },
      },
    },
  };
}

/** `count` findings in one organisation, made one batch at a time; for measuring. */
export function manyFindings(count: number): AuditResult {
  const organisation = '01130012';
  const base = resultOf(new Map());
  return {
    ...base,
    organisations: [{ organisation, findings: count }],
    async *cases() {
      for (let start = 0; start < count; start += 500) {
        yield Array.from({ length: Math.min(500, count - start) }, (_, index) =>
          shownSample(varied(start + index)),
        );
      }
    },
  };
}

const FAMILIES = ['佐藤', '鈴木', '\u9ad9橋', '田中', '渡\u908a', '山本', '中村', '小林', '加藤', '吉田'];
const GIVEN = ['翔太', '美咲', '健', '花子', '太郎', '陽菜', '結衣', '大輔', '恵子', '\u{20bb7}之'];

function varied(index: number): SampleCase {
  const base = {
    ...familyCase(`f${index.toString(16).padStart(15, '0')}`),
    ...VARIATIONS[index % VARIATIONS.length],
  };
  const name = `${FAMILIES[index % 10]}\u3000${GIVEN[Math.floor(index / 10) % 10]}`;
  return {
    ...base,
    recordId: `01130012-${index % 97}-${index}-0${index % 7}`,
    origin: { file: 'insurance.csv', row: index + 1 },
    record: {
      ...base.record,
      items: {
        ...base.record.items,
        name,
        address: `霞が関${(index % 9) + 1}丁目${index % 50}番${index % 30}号`,
      },
    },
  };
}
