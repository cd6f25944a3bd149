import type { Bilingual } from '../text/bilingual.js';
import type { LevelKind } from './evidence.js';

/**
 * One outcome of a comparison, with everything that other floors ask of it. Its code in tables is its place in the
 * comparison's list; 0 is always `missing`.
 */
export interface Level {
  readonly id: string;
  readonly kind: LevelKind;
  readonly title: Bilingual;
  /** The title without what that may come from, or may mean: for who is not to be swayed; the title itself unless told. */
  readonly plain?: Bilingual;
  /** First estimate of P(level | same person), before a run learns its own. */
  readonly m: number;
  /** Where known: how often two other persons reach the level by chance, given that it can be reached at all. */
  readonly u?: number;
  /** First guess of P(level | another person), worth one random pair; 0.001 unless told. */
  readonly guess?: number;
  /** So many times as often as the person others reach it: what a file is believed to hold that does not show the level. */
  readonly odds?: number;
  /** The register's own counts say exactly how often others reach it; random pairs are noise beside them. */
  readonly counted?: true;
  /** The item itself was seen to agree, in whatever script or notation: how common its value is counts. */
  readonly agrees?: true;
  /** Agrees in sound or in writing alone: a search would still bring up both people. */
  readonly alike?: 'sound' | 'writing';
  /** The sound alone was seen to agree: as the kana of both, or as a reading of the kanji of one. */
  readonly heard?: true;
  /** Differs in one writing alone, so that it stays open whether the names do: kanji and a kana that does not read them. */
  readonly inOneWriting?: true;
  /** How much of the kanji reads as the kana counts: half of them says more than none. */
  readonly partly?: true;
  /** May be an alias that is not registered: then neither part of the name agrees. */
  readonly unregistered?: true;
  /** Of a name whose words may stand in either order, so that a given name may be the family name. */
  readonly eitherName?: true;
  /** What a change of the family name leaves (marriage, divorce, adoption), so that it counts who changes it. */
  readonly changed?: true;
  /** Speaks against one person by itself. */
  readonly contradicts?: true;
  /** May be a slip, or (`other`) as well another person's: a look at who else there is. */
  readonly doubtful?: 'slip' | 'other';
  /** Another form of one name, as it was heard, cut or spelt: twins, whom a slip may turn into each other, are not called so. */
  readonly oneName?: true;
  /** A relative of the person reaches it as the person does. */
  readonly kin?: true;
  /** The two live at one place, all but the house number is the same, or one lives where the other lived before. */
  readonly home?: 'here' | 'nearly' | 'before';
  /** Days by which dates that differ so may be apart and still be one person's, where nothing else differs. */
  readonly slip?: number;
}

/** Id of the first level of every comparison: there was nothing to compare. */
export const MISSING = 'missing';

/** Code of each level by its id. */
export function codesOf<const Levels extends readonly Pick<Level, 'id'>[]>(
  levels: Levels,
): Readonly<Record<Levels[number]['id'], number>> {
  return Object.fromEntries(levels.map(({ id }, code) => [id, code])) as Record<Levels[number]['id'], number>;
}
