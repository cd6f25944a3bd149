import { LINKS, RESIDENTS } from './people.js';
import { table } from './table.js';

export const GRADED_WRONG = table({
  name: 'graded_wrong',
  columns: { lid: 'int', src: 'tiny', rid: 'int', owner: 'int?' },
  row: 'link of grade C that has a resident and a whole number',
  notes: { owner: 'likeliest rightful resident, NULL where nobody fits' },
});

export const SWAP_CYCLES = table({
  name: 'swap_cycles',
  columns: { lid: 'int', cycle: 'int' },
  row: 'link in a swap',
});

const HIT = { lid: 'int', kind: 'tiny', group_key: 'text?' } as const;

export const FINDING_HITS = table({
  name: 'finding_hits',
  columns: HIT,
  row: '(finding, link in it), before it is written up',
  notes: { kind: 'its place in `findings/kinds/index.ts`' },
});

export const SAMPLE_HITS = table({
  name: 'sample_hits',
  like: FINDING_HITS,
  columns: HIT,
  row: 'clean link drawn for review, likewise',
});

export const EVIDENCE_ROWS = table({
  name: 'evidence_rows',
  columns: { number: 'int', json: 'text' },
  row: 'row of evidence, of whatever findings and clean links',
  notes: { number: 'from 0', json: '`audit/evidence.ts`' },
});

const FINDING = {
  rank: 'int',
  lid: 'int?',
  rid: 'int?',
  source: 'text',
  organisation: 'text?',
  kind: 'text',
  cause: 'text?',
  finding_id: 'text',
  fingerprint: 'text',
  incident: 'text',
  record_id: 'text',
  resident_id: 'text?',
  grade: 'text',
  probability: 'double',
  related: 'text',
  json: 'text',
  candidates: 'text',
  evidence: 'text',
  marks: 'text',
} as const;

export const FINDINGS = table({
  name: 'findings',
  columns: FINDING,
  row: 'finding, worst first',
  notes: {
    rank: 'from 1',
    lid: 'NULL: about the register',
    incident: '`finding_id` of the worst finding of those that belong together',
    related: 'ids of findings, a blank between',
    json: 'the line of findings.jsonl',
    candidates: 'resident, relations and levels as JSON',
    evidence: 'their `number` in `evidence_rows`, a blank between',
    marks: '`findings/marks.ts`, as JSON',
  },
});

export const BLIND_SAMPLE = table({
  name: 'blind_sample',
  like: FINDINGS,
  columns: FINDING,
  row: 'clean link to review',
});

const { json: _, marks: __, ...OF_CASE } = FINDING;

export const CASES = table({
  name: 'cases',
  columns: { seq: 'int', blind: 'bool', ...OF_CASE },
  row: 'case of the report: a finding, or a link of the blind sample',
  notes: { seq: 'the order of the reports, by organisation', blind: 'of the blind sample' },
});

export const CASE_HEADS = table({
  name: 'case_heads',
  columns: {
    seq: 'int',
    finding_id: 'text',
    organisation: 'text?',
    kind: 'text',
    cause: 'text?',
    incident: 'text',
    source: 'text',
    lid: 'int?',
    rid: 'int?',
    record_id: 'text',
  },
  row: 'finding, by what others tell of it',
});

export const CASE_RELATED = table({
  name: 'case_related',
  columns: { seq: 'int', place: 'int', other: 'int', digits_off: 'tiny?', unchecked: 'text?', same: 'text?' },
  row: '(case, related case), in the order of `related`',
  notes: {
    other: '`seq` of the related case',
    digits_off: 'in how many digits the numbers of both records differ',
    unchecked: '`own` or `other`: whose number alone has a wrong check digit',
    same: '`name` or `kana` of both records is the same, both `differ`, or `unknown`: none is in both; NULL without two records',
  },
});

export const CASE_LINKS = table({
  name: 'case_links',
  like: LINKS,
  columns: { seq: 'int', ...LINKS.columns },
  row: 'record on the page of a case; of a resident with several active records each of them',
});

export const CASE_RESIDENTS = table({
  name: 'case_residents',
  like: RESIDENTS,
  columns: { seq: 'int', ...RESIDENTS.columns },
  row: 'resident on the page of a case',
});

export const CASE_BEARERS = table({
  name: 'case_bearers',
  columns: { seq: 'int', rid: 'int?', of_household: 'bool', total: 'int' },
  row: 'living resident with the kana of a record of kana alone that survives its resident, a few at most',
  notes: { rid: 'NULL: nobody', total: 'how many there are' },
});

export const CASE_RECORDS = table({
  name: 'case_records',
  columns: {
    seq: 'int',
    rid: 'int',
    lid: 'int',
    src: 'tiny',
    elsewhere: 'text?',
    registered_at: 'text?',
    terminal: 'text?',
    near: 'text?',
    record_id: 'text?',
    same: 'text?',
    parts: 'text?',
    doubted: 'text?',
    found: 'text?',
  },
  row: 'another active record of a resident on the page of a case, a few at most, or one beside it of their household',
  notes: {
    elsewhere: 'organisation of one of the case’s source that is of another organisation than the case',
    near: '`itself`: the record of the case once more, linked to this resident, too; `row`: in the same file and office within two rows of the record of the case; `session`: at the same terminal within half an hour, of another office, too; `both`: both; `family`: in such a row, of another resident of the household',
    record_id: 'of one of the source and the office of the case',
    same: '`name` or `kana`: what it states as the record of the case does; `name-differs` or `kana-differs`: what both state and is not alike; `unknown`: one has a name where the other has kana alone, or none',
    parts:
      'of names that are not alike the keys of family name, given name and whole of the record of the case, then of this one, a bar between',
    doubted: '`finding_id` of the finding that its own link is wrong, where there is one',
    found: '`finding_id` of a finding of any kind about its own link, where there is one',
  },
});
