/** Makes media queries about width answer for a phone, until the returned function is called. */
export function pretendPhone(): () => void {
  const before = window.matchMedia;
  window.matchMedia = (query: string) =>
    ({
      matches: query.includes('max-width'),
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
  return () => {
    window.matchMedia = before;
  };
}
