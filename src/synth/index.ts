export { type SynthOptions, type SynthReport, synthesise } from './synthesise.js';
