export { isDay, type Day } from './day';
export { deadline } from './deadline';
export { InZone, useZone } from './InZone';
export { amount, count, keyMoney, money, percent, share } from './number';
export { useCalendar } from './useCalendar';
export { formatsOf, useFormat, useLocale, type Formats } from './useFormat';
export { toMs } from './zone';
