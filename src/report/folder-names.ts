import { createHash } from 'node:crypto';

/** Names that Windows reserves whatever the extension, and names the report itself uses. */
const RESERVED = new Set(
  ['con', 'prn', 'aux', 'nul', 'assets', 'work', 'bundles', 'all'].concat(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((port) => [`com${port}`, `lpt${port}`]),
  ),
);

/** Plain codes only: no dot, slash, space or dash in front, and no run of digits as long as a My Number. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/**
 * Folder of each organisation's pages. A plain code keeps its name; anything else, and whatever would collide
 * on a file system that ignores case, becomes `org-` and a hash, so no name from a file ever forms a path.
 */
export function folderNames(organisations: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const folders = new Map<string, string>();
  for (const organisation of organisations) {
    const folder =
      isPlain(organisation) && !taken.has(organisation.toLowerCase()) ? organisation : hashed(organisation);
    taken.add(folder.toLowerCase());
    folders.set(organisation, folder);
  }
  return folders;
}

function isPlain(organisation: string): boolean {
  const lower = organisation.toLowerCase();
  return (
    PLAIN.test(organisation) &&
    !RESERVED.has(lower) &&
    !lower.startsWith('org-') &&
    !/\d{12}/.test(organisation)
  );
}

function hashed(organisation: string): string {
  if (organisation === '-') return 'org-none';
  // A letter after every four hex digits: the hash can never look like a twelve-digit number.
  const hex = createHash('sha256').update(organisation).digest('hex').slice(0, 16);
  return `org-${hex.replace(/.{4}/g, '$&x').slice(0, -1)}`;
}
