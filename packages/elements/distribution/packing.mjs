/**
 * What makes the files of the elements pack better and changes nothing of what they do. gzip looks back 32 kB and knows nothing before.
 */
import { readFileSync } from 'node:fs';

/** Kinds of modules in the order in which they lie in a file; within one by path. */
const kinds = [/node_modules/, /\.styles\.ts$/, /\/sdk\/|\/openapi\//, /\/locales\//, /./];
const rank = (id) => `${kinds.findIndex((kind) => kind.test(id))} ${id}`;

/**
 * Lays like beside like: what is written in one way packs better together, a tenth of the one file with everything. An entry first imports all
 * that it brings with it anyway, in that order; what a module needs still comes before it, and nothing does anything before an entry defines
 * its element. `late` also orders what is imported while an element is used, where that is in the same file; what `isApart` is not.
 */
export function likeBesideLike(isEntry, { late = false, isApart = () => false } = {}) {
  const known = new Map();
  return {
    name: 'fulian-like-beside-like',
    // As they were found: some are copies, which are in no folder.
    resolveId: (id) => known.get(id) ?? null,
    async load(id) {
      if (!isEntry(id)) return null;
      const code = readFileSync(id, 'utf8');
      const found = new Set();
      const find = async (one) => {
        if (found.has(one)) return;
        found.add(one);
        const { importedIds, dynamicallyImportedIds, moduleSideEffects } = await this.load({
          id: one,
          resolveDependencies: true,
        });
        known.set(one, { id: one, moduleSideEffects });
        await Promise.all(
          [...importedIds, ...(late ? dynamicallyImportedIds.filter((id) => !isApart(id)) : [])].map(find),
        );
      };
      for (const [, path] of code.matchAll(/^import (?:[^']* from )?'([^']+)';/gm))
        await find((await this.resolve(path, id)).id);
      const ordered = [...found].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
      return `${ordered.map((one) => `import ${JSON.stringify(one)};`).join('\n')}\n${code}`;
    },
  };
}

/** Writes `let` for `const`, after everything was checked and made small: one word less to tell apart. */
export const oneKeyword = {
  name: 'fulian-one-keyword',
  renderChunk(code) {
    const places = [];
    const look = (node) => {
      if (node?.type === 'VariableDeclaration' && node.kind === 'const') places.push(node.start);
      for (const inner of Object.values(node ?? {})) if (typeof inner === 'object') look(inner);
    };
    look(this.parse(code));
    let changed = '';
    let end = 0;
    for (const place of places.sort((a, b) => a - b)) {
      changed += `${code.slice(end, place)}let`;
      end = place + 'const'.length;
    }
    return { code: changed + code.slice(end), map: null };
  },
};
