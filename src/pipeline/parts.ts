/**
 * Parts of the judgement that a bench leaves out to measure what each is worth; a run of the program has them all.
 * `rivals`: nobody else is looked for. `frequencies`: every name counts as average. `readings`: the run's own kana and
 * kanji pairs teach nothing. `clusters`: no terminal or day is looked at as a
 * whole. `hypotheses`: a link is wrong when its match weight is below 0 (Fellegi and Sunter 1969).
 */
export type Part = 'rivals' | 'frequencies' | 'readings' | 'clusters' | 'hypotheses';
