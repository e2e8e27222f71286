/** Relative luminance of `#RRGGBB`, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast ratio of two `#RRGGBB` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The lowest ratio of a colour on several grounds, rounded down to one decimal: a promise may be beaten, not missed. */
export function lowestContrast(color: string, grounds: readonly string[]): number {
  return Math.floor(Math.min(...grounds.map((ground) => contrast(color, ground))) * 10) / 10;
}
