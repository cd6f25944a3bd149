import { basename } from 'node:path';
import { type Inspection, keyOf } from '../../inspect/index.js';
import { columnsOf, DAY, keysOf } from './older-copies.js';

/** What offices are called: 本庁, 大柳支所, 西部支店, 中央窓口. */
const OFFICE =
  '[\\p{L}\\p{N}]{0,12}?(?:本庁|本所|本店|支所|支店|支局|出張所|分室|分所|事務所|窓口|センター|区役所|地区)|honcho|shisho|main_?office|branch';
/** A day or month, an office, or the number of a part, as all that two names differ in. */
const VARYING = new RegExp(`${DAY.source}|(?<=^|[-_ .(（])(?:${OFFICE}|\\d{1,3})(?=$|[-_ .)）])`, 'giu');
/** Where the varying part of a name stood. */
const HOLE = '\u0000';

/**
 * Files of one export as one source: they are read in the same way, no record stands in two of them, and their names differ in a date, an
 * office or the number of a part only. The one with the most rows stands for all; what else lies there stays as it is.
 */
export async function asParts(links: readonly Inspection[]): Promise<readonly Inspection[]> {
  const groups = new Map<string, Inspection[]>();
  for (const one of links) {
    const group = groups.get(alikeBy(one));
    if (group) group.push(one);
    else groups.set(alikeBy(one), [one]);
  }
  const found: Inspection[] = [];
  for (const group of groups.values()) {
    if (group.length === 1 || !(await areDisjoint(group))) found.push(...group);
    else {
      const most = group.reduce((best, one) => (one.rows > best.rows ? one : best));
      found.push({ ...most, further: group.flatMap(({ path }) => (path === most.path ? [] : [path])) });
    }
  }
  const place = (one: Inspection) => links.findIndex(({ path }) => path === one.path);
  return found.toSorted((a, b) => place(a) - place(b));
}

/** A source's name from that of its file, without what only one part of it is called. */
export function sourceKeyOf({ path, further }: Inspection): string {
  if (further === undefined) return keyOf(path);
  const [stem] = stemOf(path);
  const plain = varied(stem, ' ').replace(/^[-_ .(]+|[-_ .()]+$/gu, '');
  return keyOf(plain === '' ? path : plain);
}

/** What files of one export have in common: how they are read, their columns, the items and the rest of their names. */
function alikeBy(one: Inspection): string {
  const { path, format, encoding, reading, layout, via, mapping, kind } = one;
  const key = mapping.find(({ item }) => item === 'record_id')?.columns ?? [];
  const pattern = patternOf(path);
  const name = pattern.includes(HOLE) && key.length > 0 ? pattern : path;
  return JSON.stringify([name, kind, format, encoding, reading, layout, via, key, columnsOf(one)]);
}

function patternOf(path: string): string {
  const [stem, ending] = stemOf(path);
  return varied(stem, HOLE) + ending;
}

/** The name of a file without its ending, in one width, and the ending. */
function stemOf(path: string): readonly [stem: string, ending: string] {
  const name = basename(path).normalize('NFKC');
  const ending = /(?:\.[a-z]{2,7})?(?:\.gz)?$/i.exec(name)![0];
  return [name.slice(0, name.length - ending.length), ending];
}

function varied(stem: string, hole: string): string {
  return stem.replace(VARYING, hole);
}

/** Whether no key stands in two files. What has no digit is no key but the label of a total. */
async function areDisjoint(group: readonly Inspection[]): Promise<boolean> {
  const seen = new Set<string>();
  for (const one of group) {
    const keys = new Set((await keysOf(one)).filter((key) => /\d/.test(key)));
    for (const key of keys) if (seen.has(key)) return false;
    for (const key of keys) seen.add(key);
  }
  return seen.size > 0;
}
