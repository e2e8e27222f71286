type Pattern = readonly [pattern: RegExp, name: string];

/** Most specific first: Edge calls itself Chrome too, Chrome Safari, and an Android device Linux. */
const browsers: readonly Pattern[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly Pattern[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const named = (text: string, patterns: readonly Pattern[]) => patterns.find(([pattern]) => pattern.test(text))?.[1];

/** `Chrome · Windows` from what a browser says of itself; null where it says nothing that is known. */
export function deviceName(userAgent: string | null): string | null {
  const parts = [named(userAgent ?? '', browsers), named(userAgent ?? '', systems)].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(' · ');
}
