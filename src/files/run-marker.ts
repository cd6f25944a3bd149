/** By this file, and what it holds (`pipeline/marker.ts`), a folder is known for one that a run has made and a run may replace. */
export const RUN_MARKER = '.totsugo-run.json';
