import { RECEIVER } from '../script-data.js';
import type { ScriptData } from '../viewer-data.js';

/** Chromium's guard against script addresses made from text; not in the DOM types, as not every browser has it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('totsugo', {
  createScriptURL: (url) => {
    if (!/^data\/(org|list|cases)-\d+\.js$/.test(url)) throw new TypeError('not a data script');
    return url;
  },
});

/** Data that is there or on its way, by its script: asked for twice it is loaded once, and both get it. */
const asked = new Map<string, Promise<unknown>>();
const waiting = new Map<string, (data: unknown) => void>();

/** Called by every data script, the only part of the viewer that anything else on the page can see (`RECEIVER`). */
function take(kind: string, number: number, data: unknown): void {
  waiting.get(`${kind}-${number}`)?.(data);
}

/** Lets the data scripts in. */
export function receiveData(): void {
  Object.assign(globalThis, { [RECEIVER]: Object.freeze({ take }) });
}

/** Data of a script beside the page, loaded once. `dataScript` has written under `kind` what `ScriptData` says. */
export function load<Kind extends keyof ScriptData>(kind: Kind, number: number): Promise<ScriptData[Kind]> {
  const key = `${kind}-${number}`;
  const known = asked.get(key);
  if (known) return known as Promise<ScriptData[Kind]>;
  const coming = new Promise<ScriptData[Kind]>((resolve, reject) => {
    waiting.set(key, (data) => resolve(data as ScriptData[Kind]));
    const script = document.createElement('script');
    const url = `data/${key}.js`;
    script.onerror = () => {
      asked.delete(key);
      reject(new Error(key));
    };
    script.src = policy ? policy.createScriptURL(url) : url;
    document.head.append(script);
  });
  asked.set(key, coming);
  return coming;
}
