import type { Engine } from '../engine/engine.js';
import { tellsPlace } from '../verify/comparisons/index.js';
import type { Marker } from './marks.js';
import { protectedPlaces } from './protected-places.js';

type Texts = readonly (string | null)[];

/** The texts of both sides of a case as they go into its marks and fingerprint; `items` name them. */
export type HidePlaces = (
  one: { readonly items: readonly string[]; readonly texts: Texts },
  other: { readonly items: readonly string[]; readonly texts: Texts },
  isConcerned: boolean,
) => readonly [Texts, Texts];

/**
 * Without a key a digest of an address is the address: whoever reads it tries out the few houses of a town. So where a
 * protected person (支援措置対象者) is concerned, or either side lives where one lives, no address goes in, and one that
 * changes does not reopen the case. With a key all goes in.
 */
export async function placeHider(engine: Engine, { key }: Marker): Promise<HidePlaces> {
  if (key !== '') return (one, other) => [one.texts, other.texts];
  const isProtectedPlace = await protectedPlaces(engine);
  return (...[one, other, isConcerned]) => {
    const sides = [one, other];
    const hide = isConcerned || sides.some((side) => places(side).some(isProtectedPlace));
    const kept = ({ items, texts }: typeof one) =>
      hide ? texts.map((text, i) => (tellsPlace(items[i]!) ? null : text)) : texts;
    return [kept(one), kept(other)];
  };
}

function places({ items, texts }: { readonly items: readonly string[]; readonly texts: Texts }): Texts {
  return texts.filter((text, i) => text !== null && items[i]!.endsWith('address'));
}
