/** Builds ../kanji-variants.tsv: each kanji that has a variant, and the one form all its variants fold to. */
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import { EXTENDED, KEPT_APART, NOT_FOLDED } from './variant-exceptions.mjs';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('./node_modules/@mandel59/mojidata/package.json', import.meta.url)));
const SQL = await initSqlJs();
const db = new SQL.Database(readFileSync(require.resolve('@mandel59/mojidata/dist/moji.db')));
const rows = (sql) => db.exec(sql)[0].values;
const hex = (char) => char.codePointAt(0).toString(16);

/** Targets by character, from one table of the 縮退マップ; `own` picks the glyph that the bare code point shows. */
function targets(table, own) {
  const found = new Map();
  const char = own ? 'coalesce(m.対応する互換漢字, m.実装したUCS)' : 'm.対応するUCS';
  for (const [from, to] of rows(
    `SELECT DISTINCT ${char}, s.縮退UCS FROM mji m JOIN "mjsm_${table}" s ON s.MJ文字図形名 = m.MJ文字図形名
     WHERE ${char} IS NOT NULL ${table.startsWith('戸籍') ? 'AND s.ホップ数 = 1' : ''} ORDER BY 1, 2`,
  )) {
    if (from !== to) found.set(from, [...(found.get(from) ?? []), to]);
  }
  return found;
}

const koseki = targets('戸籍統一文字情報_親字正字', true);
const jis = targets('JIS包摂規準UCS統合規則', true);
const loose = targets('戸籍統一文字情報_親字正字', false);
const inJisX0208 = new Set(rows("SELECT 対応するUCS FROM mji WHERE X0213 IS NOT NULL AND 漢字施策 IS NOT NULL").flat());

const edges = new Map();
for (const [table, rule] of [[koseki, 'koseki'], [jis, 'jis']]) {
  for (const [from, to] of table) if (!edges.has(from)) edges.set(from, { to, rule });
}
// A character whose bare glyph is in no table: its other glyphs tell, unless it is a standard form itself.
for (const [from, to] of loose) if (!edges.has(from) && !inJisX0208.has(from)) edges.set(from, { to, rule: 'koseki' });
for (const char of NOT_FOLDED) edges.delete(char);

/** The forms at the end of every chain; a cycle ends at its lowest code point. */
function ends(char, path = []) {
  const loop = path.indexOf(char);
  if (loop >= 0) return new Set([path.slice(loop).sort((a, b) => a.codePointAt(0) - b.codePointAt(0))[0]]);
  const edge = edges.get(char);
  if (!edge) return new Set([char]);
  return new Set(edge.to.flatMap((to) => [...ends(to, [...path, char])]));
}

const folded = new Map();
for (const [char, { rule }] of edges) {
  const all = [...ends(char)];
  // Two ends: the tables do not agree on what it is a variant of, so it stays itself.
  if (all.length === 1 && all[0] !== char) folded.set(char, { to: all[0], rule });
}
const root = (char) => folded.get(char)?.to ?? char;

function join(kept, other, rule) {
  const [to, from] = [root(kept), root(other)];
  if (to === from || NOT_FOLDED.includes(from)) return;
  for (const [char, entry] of folded) if (entry.to === from) folded.set(char, { ...entry, to });
  folded.set(from, { to, rule });
}
const single = (text) => [...(text ?? '')].length === 1;
for (const [table, rule] of [['jinmei1', 'jinmei'], ['jinmei2', 'jinmei'], ['joyo', 'joyo'], ['hyogai', 'hyogai']]) {
  for (const [kept, other] of rows(`SELECT * FROM "kdpv_${table}/variant" ORDER BY 1, 2`)) {
    if (single(kept) && single(other)) join(kept, other, rule);
  }
}
for (const [kept, ...others] of EXTENDED.map((group) => [...group])) {
  for (const other of others) join(kept, other, 'extended');
}
for (const [radical, kanji] of rows('SELECT * FROM radeqv ORDER BY 1')) {
  if (single(kanji) && !folded.has(radical)) folded.set(radical, { to: root(kanji), rule: 'radical' });
}

for (const group of KEPT_APART) {
  const roots = new Set([...group].map(root));
  if (roots.size !== [...group].length) throw new Error(`${group} share a form`);
}
for (const [char, { to }] of folded) if (folded.has(to)) throw new Error(`${char} is not folded to the end`);

const lines = [...folded]
  .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0))
  .map(([char, { to, rule }]) => `${hex(char)}\t${hex(to)}\t${rule}`);
const header = [
  '# Kanji variants and the form they fold to (code points in hexadecimal), with the table that says so.',
  `# Built by build/build-kanji-variants.mjs from @mandel59/mojidata ${manifest.version}.`,
  '# koseki, jis: MJ縮退マップ Ver.1.2.0 and MJ文字情報一覧表 Ver.006.02, 一般社団法人文字情報技術促進協議会, CC BY-SA 2.1 JP.',
  '# jinmei, joyo, hyogai: cjkvi-variants, Kanji Database Project, MIT. radical: Unicode Character Database, Unicode-3.0.',
  '# extended: build/variant-exceptions.mjs. This file as a whole: CC BY-SA 2.1 JP.',
];
writeFileSync(new URL('../kanji-variants.tsv', import.meta.url), `${[...header, ...lines].join('\n')}\n`);
console.log(`${lines.length} variants`);
