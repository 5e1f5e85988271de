/**
 * The code of a draft without `?.` and `??`, for apps whose build tools do not read them: `a?.b` as `(a && a.b)`, `a ?? b` as
 * `a || b`, which is the same for what drafts ask so: texts, objects and promises.
 */
export function withOlderSyntax(code: string): string {
  return code
    .replace(/([\w.]+\.get\('[\w-]+'\))\?\.(\w+)\(/g, "($1 || '').$2(")
    .replace(/(new RegExp\(.*\)\.exec\([\w.]+\))\?\.\[(\d)\]/g, '($1 || [])[$2]')
    .replace(/([\w.]+)\?\.(\w+)\(/g, '$1 && $1.$2(')
    .replace(/[\w.]+(?:\?\.[\w.]+)+/g, written)
    .replace(/(\w+) \?\?= /g, '$1 = $1 || ')
    .replaceAll(' ?? ', ' || ');
}

/** `a && a.b && a.b.c` of `a?.b?.c`. */
function written(chain: string): string {
  const parts = chain.split('?.');
  return `(${parts.map((_part, i) => parts.slice(0, i + 1).join('.')).join(' && ')})`;
}
