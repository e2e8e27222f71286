import { contrast, lowestContrast } from './contrast';
import { dark, heat, light, type Tokens, type Tone } from './tokens';

/** The ratios that the design promises, per token: light, dark. */
const onGrounds: [keyof Tokens & ('ink' | 'ink2' | 'ink3' | 'lineStrong' | 'brand' | 'focus'), number, number][] = [
  ['ink', 12.7, 13.6],
  ['ink2', 6.0, 8.3],
  ['ink3', 4.5, 5.9],
  ['lineStrong', 3.3, 4.0],
  ['brand', 5.7, 7.6],
  ['focus', 5.0, 8.0],
];

const ownGround: [string, (t: Tokens) => [string, string], number, number][] = [
  ['text on brand', (t) => [t.onBrand, t.brand], 6.9, 7.4],
  ['a hint in a selected row', (t) => [t.ink3, t.brandTint], 4.6, 4.6],
  // The design page says 7.4 for dark; the ratio is 7.396, which rounds down to 7.3.
  ["a danger button's text", (t) => [t.onDanger, t.danger], 6.9, 7.3],
  ["the rail's text", (t) => [t.onRail, t.rail], 9.3, 12.5],
];

const tones: [Tone, number, number][] = [
  ['act', 6.5, 8.4],
  ['wait', 6.8, 7.8],
  ['flow', 6.7, 7.4],
  ['trouble', 6.7, 7.5],
  ['good', 6.5, 7.4],
  ['done', 6.4, 7.2],
  ['own', 7.3, 7.7],
];

const grounds = (t: Tokens) => [t.canvas, t.surface, t.sunken];

describe('the token file keeps the contrasts that the design states', () => {
  it.each(onGrounds)('%s reads on canvas, surface and sunken at %d (light) and %d (dark)', (token, inLight, inDark) => {
    expect(lowestContrast(light[token], grounds(light))).toBe(inLight);
    expect(lowestContrast(dark[token], grounds(dark))).toBe(inDark);
  });

  it.each(ownGround)('%s reads on its own ground', (_, pair, inLight, inDark) => {
    const [text, ground] = pair(light);
    expect(lowestContrast(text, [ground])).toBe(inLight);
    const [darkText, darkGround] = pair(dark);
    expect(lowestContrast(darkText, [darkGround])).toBe(inDark);
  });

  it.each(tones)('tone %s reads on its own ground at %d (light) and %d (dark)', (tone, inLight, inDark) => {
    expect(lowestContrast(light.tones[tone].ink, [light.tones[tone].ground])).toBe(inLight);
    expect(lowestContrast(dark.tones[tone].ink, [dark.tones[tone].ground])).toBe(inDark);
  });

  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('every chart colour stands out from a %s sheet by 3 to 1', (_, t) => {
    for (const color of Object.values(t.chart)) expect(contrast(color, t.surface)).toBeGreaterThanOrEqual(3);
  });

  it('figures in a heat map read on every step by 4.5 to 1', () => {
    for (const step of heat) expect(contrast(step.ink, step.ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('contrast', () => {
  it('is 21 for black on white, 1 for a colour on itself, whatever the order', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#0F6466', '#0F6466')).toBe(1);
  });
});
