import { access } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { writeWhole } from '../../files/write-whole.js';
import {
  choicesTexts,
  draftText,
  type Inspection,
  inspectSettled,
  keyByPeople,
  keyOf,
  questionTexts,
  statesOtherKeys,
  tieByValues,
} from '../../inspect/index.js';
import type { Checked } from '../../pipeline/check-all.js';
import { checkAll } from '../../pipeline/check-all.js';
import { parsePipeline } from '../../pipeline/file/load.js';
import type { Language } from '../../text/bilingual.js';
import { Failure } from '../../text/failure.js';
import { notice } from '../command.js';
import { olderCopies } from './older-copies.js';
import { openItems } from './open-items.js';
import { asParts, sourceKeyOf } from './parts.js';
import { plainRegister } from './plain-register.js';
import {
  leftTexts,
  mayHoldExports,
  olderText,
  otherKeysText,
  partsText,
  plainText,
  rivalText,
  skippedText,
  takenText,
  tiedText,
  tielessText,
} from './skipped-texts.js';
import {
  asKind,
  codesBy,
  described,
  type Found,
  lacksItems,
  layoutsBy,
  likelyOf,
  lookAround,
  namedSources,
  type Source,
  settle,
  settledBy,
  withOwnKeys,
} from './sources.js';
import { usable } from './usable.js';

export interface InitOptions {
  readonly dir: string;
  readonly register?: string | undefined;
  readonly link: readonly string[];
  readonly map: readonly string[];
  /** What codes of a status mean: SOURCE=CODE:MEANING,… */
  readonly codes: readonly string[];
  /** Descriptions of fixed-width records: KEY=FILE. */
  readonly layout: readonly string[];
  readonly pipeline?: string | undefined;
  readonly name?: string | undefined;
  readonly force: boolean;
  /** Somebody is there to be asked. */
  readonly asks: boolean;
}

export interface Written {
  readonly path: string;
  readonly checked: Checked;
  readonly sources: readonly Source[];
}

/**
 * Writes the pipeline file of a folder of exports, whole or not at all, and checks it.
 *
 * @throws {Failure} with exit code 2 when something stays open (`init-…`), and as `inspect` and `check`; only what `check`
 *   refuses leaves a file, to be mended.
 */
export async function initPipeline(options: InitOptions, language: Language): Promise<Written> {
  const path = options.pipeline ? resolve(options.pipeline) : join(resolve(options.dir), 'pipeline.yaml');
  await mayWrite(path, options, language);
  const chosen = await choose(options, language);
  const layouts = layoutsBy(options.layout, ['register', ...chosen.links.map(({ key }) => key)]);
  const settled = settledBy(options.map, ['register', ...chosen.links.map(({ key }) => key)]);
  const codes = codesBy(options.codes, ['register', ...chosen.links.map(({ key }) => key)]);
  const isTold = ({ key }: Source) => chosen.named.includes(key) || settled.has(key) || codes.has(key);
  const full = async (source: Source, register?: Source) => {
    const looked = await tied(await described(source, options.dir, layouts), register, language);
    const told = await settle(looked, settled.get(source.key), codes.get(source.key), !options.asks);
    return options.asks ? ask(told, language) : told;
  };
  const first = await full(chosen.register);
  if (lacksItems(first)) throw openItems(first);
  const { register, links } = await usable(first, chosen.links, {
    full,
    isTold,
    // What somebody has left out of the register stays out.
    mayWiden: ({ inspection: { via } }) => via !== null && !settled.get('register')?.has(via),
    language,
  });
  const sources = [register, ...links];
  if (!options.asks)
    for (const { key, inspection } of sources)
      for (const text of [...choicesTexts(inspection, language), ...unsure(inspection, language)])
        notice(`${key}: ${text}`);
  const name =
    options.name ??
    (basename(resolve(options.dir)).replace(/[/\\:*?"<>|\p{Cc}]|^[.\s]+/gu, '') || 'pipeline');
  const text = draftText({ name, register: register.inspection, links }, path, language);
  parsed(text, path);
  await writeWhole(path, text, 0o600);
  return { path, checked: await checkAll(path), sources };
}

/** Refuses what would be no pipeline file, in words that cite no file: there is none yet. */
function parsed(text: string, path: string): void {
  try {
    parsePipeline(text, relative(process.cwd(), path) || path);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const said = (language: Language) => cause.say(language).replace(/^.*?:\d+:\d+:\s*/gmu, '- ');
    throw new Failure('init-unusable', { values: { problems: { ja: said('ja'), en: said('en') } }, cause });
  }
}

/** A source that nothing seems to tie, by the column whose values the register has as serials, or as keys of the same people. */
async function tied(told: Source, register: Source | undefined, language: Language): Promise<Source> {
  if (register === undefined) return told;
  const source = await withoutOtherKeys(told, register, language);
  if (likelyOf(source).inspection.via !== null) return source;
  const { inspection } = source;
  const found =
    (await tieByValues(register.inspection, inspection)) ??
    (await keyByPeople(register.inspection, inspection));
  if (found === null) return source;
  notice(`${source.key}: ${tiedText(found.item, found.column, language)}`);
  // Of a list with one record of each person their key may be all that names a record.
  const keys = inspection.mapping.find(({ item }) => item === 'record_id')?.columns ?? [];
  const isOnlyKey = found.item === 'resident_id' && keys.length === 1 && keys[0] === found.column;
  const items = [found.item, ...(isOnlyKey ? (['record_id'] as const) : [])];
  return {
    ...source,
    inspection: await inspectSettled(inspection, new Map(items.map((item) => [item, [found.column]]))),
  };
}

/** A source without a column that is called a key of residents and holds other numbers. */
async function withoutOtherKeys(source: Source, register: Source, language: Language): Promise<Source> {
  const { inspection } = source;
  const isByKey = likelyOf(source).inspection.via === 'resident_id';
  if (!isByKey || !(await statesOtherKeys(register.inspection, inspection))) return source;
  const columns = inspection.mapping.find(({ item }) => item === 'resident_id')!.columns;
  notice(`${source.key}: ${otherKeysText(columns, language)}`, { level: 'warn' });
  return { ...source, inspection: await inspectSettled(inspection, new Map([['resident_id', []]])) };
}

/** What nobody was asked, and somebody should look at: the key above all. */
function unsure({ questions }: Inspection, language: Language): readonly string[] {
  const asked = questions.filter(({ kind }) => kind !== 'unprotected' && kind !== 'era');
  return questionTexts(asked, language);
}

async function mayWrite(path: string, { force, asks }: InitOptions, language: Language): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere || force) return;
  if (asks && (await (await import('./dialogue.js')).askOverwrite(path, language))) return;
  throw new Failure('init-exists', { values: { path } });
}

async function ask(source: Source, language: Language): Promise<Source> {
  const { askItems } = await import('./dialogue.js');
  return askItems(source, language);
}

async function choose(
  { dir, register, link, layout, asks }: InitOptions,
  language: Language,
): Promise<{ register: Source; links: readonly Source[]; named: readonly string[] }> {
  const layouts = layoutsBy(layout, null);
  const named = await namedSources(dir, register, link, layouts);
  const all = [named.register, ...named.links];
  if (named.register && named.links.length > 0) {
    for (const text of await leftTexts(dir, all, layouts, language)) notice(text);
    return { register: named.register, links: named.links, named: named.links.map(({ key }) => key) };
  }
  const around = await lookAround(dir);
  // A description that a source is read by, or a note that explains its codes, is used, and said so beside the source.
  const descriptions = new Set([...around.registers, ...around.links].flatMap(readWith));
  const isExport = ({ path }: { readonly path: string }) => !descriptions.has(resolve(path));
  const exports = {
    ...around,
    registers: around.registers.filter(isExport),
    links: around.links.filter(isExport),
  };
  const whole = without(await withoutOlder(exports, all, language), all);
  const found = { ...whole, links: await asParts(whole.links) };
  for (const one of found.links)
    if (one.further) notice(partsText(sourceKeyOf(one), [one.path, ...one.further].toSorted(), language));
  const unused = found.skipped.filter(isExport);
  for (const one of unused)
    notice(skippedText(one, language), { level: mayHoldExports(one) ? 'warn' : 'info' });
  if (
    asks &&
    named.register === null &&
    named.links.length === 0 &&
    found.registers.length + found.links.length > 1
  ) {
    const { askSources } = await import('./dialogue.js');
    return { ...(await askSources(found, language)), named: [] };
  }
  const alike = found.registers;
  const only = named.register ? null : alike.length > 1 ? await plainRegister(alike) : alike[0];
  if (named.register === null && !only) {
    const names = (alike.length > 0 ? alike : found.links).map((one) =>
      relative(resolve(dir), resolve(one.path)),
    );
    throw new Failure('init-no-register', { values: { files: names.slice(0, 12).join(', ') || '-' } });
  }
  const rivals = alike.filter((one) => one !== only);
  if (only && rivals.length > 0) notice(plainText(only.path, rivals, language), { level: 'warn' });
  // What is named is named for its key or its place: the other files of the folder are sources as well.
  const detected = found.links.map((inspection) => ({ key: sourceKeyOf(inspection), inspection }));
  const others = named.links.length === 0 ? detected : detected.filter((one) => !lacksItems(likelyOf(one)));
  if (named.links.length > 0)
    for (const one of detected)
      notice((others.includes(one) ? takenText : tielessText)(one.inspection.path, language));
  const links = withOwnKeys([...named.links, ...others, ...(await asSources(rivals, language))]);
  if (links.length === 0) throw new Failure('init-no-links');
  return {
    register: named.register ?? { key: 'register', inspection: only! },
    links,
    named: links.slice(0, named.links.length).map(({ key }) => key),
  };
}

/** Files that look like a register and are not the one: sources where they can be tied, and otherwise told to be left out. */
async function asSources(rivals: readonly Inspection[], language: Language): Promise<readonly Source[]> {
  const sources = await Promise.all(
    rivals.map(async (one) => ({ key: keyOf(one.path), inspection: await asKind(one, 'link') })),
  );
  return sources.filter((source) => {
    const isLeft = lacksItems(likelyOf(source));
    notice((isLeft ? tielessText : rivalText)(source.inspection.path, language), { level: 'warn' });
    return !isLeft;
  });
}

/** Files beside an export that say how it is read. */
function readWith({ path, layoutFile, mapping }: Inspection): readonly string[] {
  const notes = mapping.flatMap(({ codesIn }) =>
    codesIn === undefined ? [] : [join(dirname(path), codesIn)],
  );
  return [...(layoutFile === null ? [] : [layoutFile]), ...notes]
    .map((file) => resolve(file))
    .filter((file) => file !== resolve(path));
}

/** Without earlier states of other files, each told; what options have named stays. */
async function withoutOlder(
  found: Found,
  named: readonly (Source | null)[],
  language: Language,
): Promise<Found> {
  const taken = new Set(named.flatMap((source) => (source ? [resolve(source.inspection.path)] : [])));
  const copies = (await olderCopies([...found.registers, ...found.links])).filter(
    ({ path }) => !taken.has(resolve(path)),
  );
  for (const { path, of } of copies) notice(olderText(path, of, language), { level: 'warn' });
  const isLeft = new Set(copies.map(({ path }) => path));
  return {
    ...found,
    registers: found.registers.filter(({ path }) => !isLeft.has(path)),
    links: found.links.filter(({ path }) => !isLeft.has(path)),
  };
}

/** Without files that options have named. */
function without(found: Found, named: readonly (Source | null)[]): Found {
  const taken = new Set(named.flatMap((source) => (source ? [resolve(source.inspection.path)] : [])));
  const free = ({ path }: { path: string }) => !taken.has(resolve(path));
  return {
    registers: found.registers.filter(free),
    links: found.links.filter(free),
    skipped: found.skipped.filter(free),
  };
}
