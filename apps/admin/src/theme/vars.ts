import type { Tokens, Tone } from './tokens';

const plain = [
  'canvas',
  'surface',
  'sunken',
  'ink',
  'ink2',
  'ink3',
  'line',
  'lineStrong',
  'brand',
  'onBrand',
  'brandTint',
  'focus',
  'danger',
  'onDanger',
  'rail',
  'onRail',
] as const satisfies readonly (keyof Tokens)[];

const toneNames = ['act', 'wait', 'flow', 'trouble', 'good', 'done', 'own'] as const satisfies readonly Tone[];

const chartNames = ['hq', 'branch', 'supplier', 'partner', 'other'] as const satisfies readonly (keyof Tokens['chart'])[];

type Vars = Readonly<Record<(typeof plain)[number], string>> & {
  readonly tone: Readonly<Record<Tone, { readonly ink: string; readonly ground: string }>>;
  readonly chart: Readonly<Record<keyof Tokens['chart'], string>>;
  readonly shadow: string;
};

/**
 * References to the tokens of the theme in force, for styles: `sx={{ color: v.ink2 }}`. They are CSS variables, so a class
 * made once is right in both modes, and no page holds a colour of its own.
 */
export const v: Vars = {
  ...(Object.fromEntries(plain.map((name) => [name, `var(--hw-${name})`])) as Record<(typeof plain)[number], string>),
  tone: Object.fromEntries(
    toneNames.map((tone) => [tone, { ink: `var(--hw-${tone}-ink)`, ground: `var(--hw-${tone}-ground)` }]),
  ) as Vars['tone'],
  chart: Object.fromEntries(chartNames.map((name) => [name, `var(--hw-chart-${name})`])) as Vars['chart'],
  /** For what floats over the page: menus, dialogs, drawers. Sheets have lines instead. */
  shadow: 'var(--hw-shadow)',
};

/** The variables behind {@link v}, for one mode; `shadow` is what overlays cast. */
export function variables(t: Tokens, shadow: string): Record<string, string> {
  const list: [string, string][] = [
    ...plain.map((name): [string, string] => [`--hw-${name}`, t[name]]),
    ...toneNames.flatMap((tone): [string, string][] => [
      [`--hw-${tone}-ink`, t.tones[tone].ink],
      [`--hw-${tone}-ground`, t.tones[tone].ground],
    ]),
    ...chartNames.map((name): [string, string] => [`--hw-chart-${name}`, t.chart[name]]),
    ['--hw-shadow', shadow],
  ];
  return Object.fromEntries(list);
}
