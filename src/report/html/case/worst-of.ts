import type { Run } from '../viewer-data.js';

type State = 0 | 1 | 2;

/** One text that was drawn several times, each character in the worst of its states. */
export function worstOf(drawn: readonly (readonly Run[])[]): readonly Run[] {
  const [first = [], ...rest] = drawn.map(characters);
  const worst = first.map(([character, state], i): readonly [string, State] => {
    // Drawn in another length it cannot be told what stands where: then it is shown.
    const states = rest.map((other) => (other.length === first.length ? other[i]![1] : 2));
    return [character, Math.max(state, ...states) as State];
  });
  const runs: [string, State][] = [];
  for (const [character, state] of worst) {
    const last = runs.at(-1);
    if (last?.[1] === state) last[0] += character;
    else runs.push([character, state]);
  }
  return runs.map(([text, state]): Run => (state === 0 ? text : [text, state]));
}

function characters(runs: readonly Run[]): (readonly [string, State])[] {
  return runs.flatMap((run) => {
    const [text, state] = typeof run === 'string' ? ([run, 0] as const) : run;
    return [...text].map((character) => [character, state] as const);
  });
}
