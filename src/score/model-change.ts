import type { ModelChange, MovedWeight } from '../audit/summary.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import type { Model } from './model.js';
import { modelJson } from './model-file.js';

/** A weight is mentioned from one bit on: the odds that a level gives have doubled, or halved. */
const LEAST_BITS = 1;
/** And a wrong rate when it is twice what it was, or half. */
const LEAST_FACTOR = 2;
/** Weights named; the number of all that moved is always told. */
const MOST = 50;

/**
 * What is new in a model compared with that of the run before, given as its model.json; null where nothing is worth a
 * mention. Figures are compared as model.json has them, so reading a model back changes nothing.
 */
export function modelChange(model: Model, previousJson: string): ModelChange | null {
  const before = parsed(previousJson);
  if (before === null) return null;
  const now = JSON.parse(modelJson(model)) as Model;
  if (before.version !== now.version) return { ...NOTHING, comparable: false };
  const [old, current] = [Object.keys(before.sources), Object.keys(now.sources)];
  const both = current.filter((source) => old.includes(source));
  const moved = both
    .flatMap((source) => movedWeights(source, before, now))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const change: ModelChange = {
    comparable: true,
    moved: moved.slice(0, MOST),
    moved_total: moved.length,
    wrong_rates: both.flatMap((source) => {
      const [was, is] = [before.sources[source]!.wrongRate, now.sources[source]!.wrongRate];
      return Math.max(is / was, was / is) >= LEAST_FACTOR ? [{ source, before: was, after: is }] : [];
    }),
    sources_added: current.filter((source) => !old.includes(source)),
    sources_removed: old.filter((source) => !current.includes(source)),
  };
  const isSame = [change.moved, change.wrong_rates, change.sources_added, change.sources_removed].every(
    ({ length }) => length === 0,
  );
  return isSame ? null : change;
}

const NOTHING: ModelChange = {
  comparable: true,
  moved: [],
  moved_total: 0,
  wrong_rates: [],
  sources_added: [],
  sources_removed: [],
};

/** A file that is no model says nothing about the one before. */
function parsed(text: string): Model | null {
  try {
    const model = JSON.parse(text) as Partial<Model> | null;
    return model?.sources ? (model as Model) : null;
  } catch {
    return null;
  }
}

/** Levels that only one of the two models knows are passed over: they have nothing to be compared with. */
function movedWeights(source: string, before: Model, now: Model): MovedWeight[] {
  return COMPARISONS.flatMap(({ id, levels }) =>
    levels.flatMap(({ id: level }): MovedWeight[] => {
      const was = before.sources[source]!.levels[id]?.[level];
      const is = now.sources[source]!.levels[id]?.[level];
      if (!was || !is) return [];
      const [from, to] = [bits(was), bits(is)];
      return Math.abs(to - from) >= LEAST_BITS
        ? [{ source, comparison: id, level, before: from, after: to }]
        : [];
    }),
  );
}

function bits({ m, u }: { readonly m: number; readonly u: number }): number {
  return Math.round(100 * Math.log2(m / u)) / 100;
}
