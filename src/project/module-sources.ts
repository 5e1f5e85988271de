/** The module that an import, a re-export or a call asks for. */
const ASKED_FOR = /\b(?:from|import|require)\s*(?:\(\s*)?["'`]([^"'`\n]+)["'`]/g;

/** What a text asks for of other modules, by its words: no tree is needed. */
export function moduleSourcesIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(ASKED_FOR), ([, source = '']) => source));
}
