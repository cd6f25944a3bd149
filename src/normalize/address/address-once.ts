import { remembered } from '../remembered.js';
import { canonicalAddress } from './address.js';

/** `canonicalAddress`, which is asked of one text many times where residents of one household and their records stand together. */
export const addressOnce = remembered(canonicalAddress, 5000);
