export { type SynthOptions, synthesise } from './synthesise.js';
