import type { LevelKind } from '../audit/evidence.js';
import type { QualityIssue } from '../audit/quality.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import type { LevelParameters, Model } from './model.js';

/** Of a level that fewer links show nothing was learned: its first estimate stands. */
const FEWEST = 20;
/** Bits above the exact level from which on it is no accident of counting: the odds double. */
const LEAST_BITS = 1;
/** Levels at which something differs, be it explained. */
const DIFFERING: ReadonlySet<LevelKind> = new Set(['explained', 'different']);

/** A level of a source that differs, and weighs more for one person than if all were equal. */
interface AbsurdWeight {
  readonly source: string;
  readonly comparison: (typeof COMPARISONS)[number];
  readonly level: Bilingual;
  /** Bits of the level, and of the exact one. */
  readonly weight: number;
  readonly exact: number;
  readonly count: number;
}

/**
 * Weights that cannot be right: a partial or differing level outweighs the exact one. A file whose column is not what it
 * claims teaches so, or one in which random pairs never show the level; every verdict that rests on it is in doubt.
 */
export function absurdWeights({ sources }: Model): readonly AbsurdWeight[] {
  return Object.entries(sources).flatMap(([source, { levels }]) =>
    COMPARISONS.flatMap((comparison) => {
      const learned = levels[comparison.id];
      if (!learned) return [];
      const exact = bits(learned[comparison.levels[1]!.id]!);
      return comparison.levels.flatMap(({ id, kind, title }) => {
        const own = learned[id];
        if (!own || !DIFFERING.has(kind) || own.count < FEWEST) return [];
        const weight = bits(own);
        return weight >= exact + LEAST_BITS
          ? [{ source, comparison, level: title, weight, exact, count: own.count }]
          : [];
      });
    }),
  );
}

const bits = ({ m, u }: LevelParameters) => Math.log2(m / u);

/** In words, for whoever runs with a frozen model. */
export function absurdNotes(model: Model, file: string): readonly Bilingual[] {
  return absurdWeights(model).map((absurd) => {
    const { ja, en } = wordsOf(absurd);
    return {
      ja: `モデル ${file} の ${absurd.source}: ${ja}。`,
      en: `Model ${file}, ${absurd.source}: ${en}.`,
    };
  });
}

/** An alarm for every such level. */
export function absurdIssues(model: Model): readonly QualityIssue[] {
  return absurdWeights(model).map((absurd) => ({
    check: 'weight-absurd',
    severity: 'error' as const,
    source: absurd.source,
    item: absurd.comparison.items[0] ?? null,
    count: absurd.count,
    of: model.sources[absurd.source]!.links,
    title: wordsOf(absurd),
    advice: ADVICE,
  }));
}

function wordsOf({ comparison, level, weight, exact }: AbsurdWeight): Bilingual {
  const [more, less] = [weight.toFixed(1), exact.toFixed(1)];
  return {
    ja: `重みがあり得ません: 「${level.ja}」(${more}ビット)が、${comparison.title.ja}の完全な一致(${less}ビット)より重くなっています`,
    en: `A weight that cannot be: "${level.en}" (${more} bits) outweighs an equal ${comparison.title.en.toLowerCase()} (${less} bits)`,
  };
}

const ADVICE: Bilingual = {
  ja: 'この列が名のとおりのものかを確かめてください。凍結したモデルなら、学習し直してください。この水準に基づく判定は疑わしいものです。',
  en: 'See whether the column is what it claims; a frozen model should be learned anew. Verdicts that rest on this level are in doubt.',
};
