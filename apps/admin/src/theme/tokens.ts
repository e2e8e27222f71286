/** Who is to move, or how it ended: the colour of a chip, a deadline, a notice. */
export type Tone = 'act' | 'wait' | 'flow' | 'trouble' | 'good' | 'done' | 'own';
export type Mode = 'light' | 'dark';

/** Text colour and the ground it stands on. */
export interface Pair {
  readonly ink: string;
  readonly ground: string;
}

export interface Tokens {
  readonly canvas: string;
  readonly surface: string;
  readonly sunken: string;
  readonly ink: string;
  readonly ink2: string;
  /** Hints only: the faintest text that is still legible on every ground. */
  readonly ink3: string;
  /** Decoration. What must be seen to be used (inputs) takes `lineStrong`. */
  readonly line: string;
  readonly lineStrong: string;
  readonly brand: string;
  readonly onBrand: string;
  readonly brandTint: string;
  readonly focus: string;
  readonly danger: string;
  readonly onDanger: string;
  readonly rail: string;
  readonly onRail: string;
  readonly tones: Readonly<Record<Tone, Pair>>;
  readonly chart: Readonly<Record<'hq' | 'branch' | 'supplier' | 'partner' | 'other', string>>;
}

export const light: Tokens = {
  canvas: '#F6F5F1',
  surface: '#FFFFFF',
  sunken: '#ECEAE3',
  ink: '#16282B',
  ink2: '#465A5E',
  ink3: '#5A6C70',
  line: '#DCDAD2',
  lineStrong: '#748181',
  brand: '#0F6466',
  onBrand: '#FFFFFF',
  brandTint: '#E0EFEC',
  focus: '#1F5FBF',
  danger: '#A82A24',
  onDanger: '#FFFFFF',
  rail: '#123234',
  onRail: '#C9D8D4',
  tones: {
    act: { ink: '#7A4700', ground: '#FCEBCF' },
    wait: { ink: '#1D4F91', ground: '#E3EDFA' },
    flow: { ink: '#0B5A5C', ground: '#DDF0ED' },
    trouble: { ink: '#98231F', ground: '#FBE5E2' },
    good: { ink: '#245E2F', ground: '#E1F0E0' },
    done: { ink: '#465558', ground: '#EAEBE7' },
    own: { ink: '#71336C', ground: '#F5E6F3' },
  },
  chart: { hq: '#174F47', branch: '#C0842A', supplier: '#5793DB', partner: '#7E3385', other: '#87959A' },
};

export const dark: Tokens = {
  canvas: '#0E181A',
  surface: '#152225',
  sunken: '#0A1214',
  ink: '#E6ECEA',
  ink2: '#AEBCBB',
  ink3: '#8FA09F',
  line: '#2A3C40',
  lineStrong: '#6F8386',
  brand: '#5CC2B8',
  onBrand: '#06272A',
  brandTint: '#17383A',
  focus: '#8AB8FF',
  danger: '#F2938A',
  onDanger: '#3B0F0C',
  rail: '#0B1517',
  onRail: '#C9D8D4',
  tones: {
    act: { ink: '#F2C27A', ground: '#3A2A10' },
    wait: { ink: '#A3C8F7', ground: '#182F4C' },
    flow: { ink: '#86D7CD', ground: '#103A3B' },
    trouble: { ink: '#F7ADA5', ground: '#48211E' },
    good: { ink: '#9BD69F', ground: '#1C3A22' },
    done: { ink: '#BCC8C8', ground: '#28373A' },
    own: { ink: '#E5B2DF', ground: '#3E2340' },
  },
  chart: { hq: '#2E7B66', branch: '#E8BC66', supplier: '#5376DF', partner: '#B680B9', other: '#C8DCDC' },
};

export const tokens: Readonly<Record<Mode, Tokens>> = { light, dark };

/** Six steps of a heat map, the same in both modes: figures in ink on the first three, in white on the others. */
export const heat: readonly Pair[] = [
  { ground: '#E6F1EE', ink: light.ink },
  { ground: '#B5D8D2', ink: light.ink },
  { ground: '#77B6AF', ink: light.ink },
  { ground: '#2A7A78', ink: '#FFFFFF' },
  { ground: '#0F6466', ink: '#FFFFFF' },
  { ground: '#083F41', ink: '#FFFFFF' },
];
