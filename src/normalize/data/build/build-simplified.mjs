/** Builds ../simplified.tsv: characters simplified in China, and the Japanese forms of the characters that they stand for. */
import { readFileSync, writeFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { version } = JSON.parse(read('./node_modules/opencc-js/package.json'));
/** A dictionary of OpenCC: pairs separated by bars, in a module that exports one string. */
const pairs = (name) =>
  /"(.*)"/su.exec(read(`./node_modules/opencc-js/dist/esm-lib/dict/${name}.js`))[1].split('|').map((pair) => pair.split(' '));

/**
 * Characters of Japanese names: those of code page 932 and what these fold to (埆 to 确), and 筿原's. JIS X 0213 has more (宁, 丰,
 * 圣), which only Chinese names have.
 */
const japanese = new Set(['筿']);
const cp932 = new TextDecoder('shift_jis');
for (let lead = 0x81; lead <= 0xfc; lead++) {
  for (let trail = 0x40; trail <= 0xfc; trail++) japanese.add(cp932.decode(Uint8Array.of(lead, trail)));
}

/** The form to which a character folds in a key. */
const folds = new Map();
for (const line of read('../kanji-variants.tsv').split('\n')) {
  const [from, to] = line.split('\t');
  if (to) folds.set(String.fromCodePoint(Number.parseInt(from, 16)), String.fromCodePoint(Number.parseInt(to, 16)));
}
const fold = (char) => folds.get(char) ?? char;
for (const [from, to] of folds) if (japanese.has(from)) japanese.add(to);

const targets = new Map();
const add = (simplified, traditional) => {
  if ([...simplified].length !== 1 || [...traditional].length !== 1) return;
  targets.set(simplified, (targets.get(simplified) ?? new Set()).add(fold(traditional)));
};
for (const [simplified, traditional] of pairs('STCharacters')) add(simplified, traditional);
for (const [traditional, simplified] of pairs('TSCharacters')) add(simplified, traditional);

const lines = [];
for (const [simplified, all] of [...targets].sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0))) {
  if (folds.has(simplified)) {
    // The variants' table has it already (丽): it says only that a name is Chinese.
    if (!japanese.has(simplified)) lines.push(`${simplified}\t${fold(simplified)}\tvariant`);
    continue;
  }
  // One that stands for itself too (沈 for 沈 and 瀋) keeps the others.
  const others = [...all].filter((char) => char !== simplified).sort();
  if (others.length === 0) continue;
  const use = japanese.has(simplified) ? 'japanese' : others.length > 1 ? 'several' : 'one';
  lines.push(`${simplified}\t${others.join('')}\t${use}`);
}
const header = [
  '# Characters simplified in China, and what they stand for in the form that Japanese keys have.',
  '# one: is nothing else, and folds to it. several: stands for each of these. japanese: is a Japanese character of its own too.',
  '# variant: folds by kanji-variants.tsv.',
  `# Built by build/build-simplified.mjs from the dictionaries of OpenCC in opencc-js ${version}, Apache-2.0.`,
];
writeFileSync(new URL('../simplified.tsv', import.meta.url), `${[...header, ...lines].join('\n')}\n`);
console.log(`${lines.length} simplified characters`);
