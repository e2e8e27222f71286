/** A stretch of a template: words as they are, or the name of a value. */
export type Part = { readonly words: string } | { readonly name: string };

/** A template's parts in order. Braces that do not pair stay in the words; `hasLooseBrace` tells. */
export const partsOf = (template: string): Part[] =>
  template
    .split(/(\{[^{}]*\})/u)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') && part.endsWith('}') ? { name: part.slice(1, -1) } : { words: part }));

export const namesIn = (template: string): string[] => partsOf(template).flatMap((part) => ('name' in part ? [part.name] : []));

/** What a template says by itself, without its values. */
export const wordsIn = (template: string): string[] => partsOf(template).flatMap((part) => ('words' in part ? [part.words] : []));

export const hasLooseBrace = (template: string): boolean => wordsIn(template).some((words) => /[{}]/u.test(words));
