/** Makes media queries answer as `matches` says, until the returned function is called. */
function pretend(matches: (query: string) => boolean): () => void {
  const before = window.matchMedia;
  window.matchMedia = (query: string) =>
    ({
      matches: matches(query),
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
  return () => {
    window.matchMedia = before;
  };
}

/** Media queries about width answer for a phone. */
export const pretendPhone = (): (() => void) => pretend((query) => query.includes('max-width'));

/** Media queries about width answer for a wide screen. */
export const pretendWide = (): (() => void) => pretend((query) => query.includes('min-width'));
