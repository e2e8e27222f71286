export { dayOf, endOfDay, isDay, lastOfDay, startOfDay, type Day } from './day';
export { deadline } from './deadline';
export { amount, count, keyMoney, money, percent, share } from './number';
export { nearTime } from './time';
export { useFormat, useLocale, type Formats } from './useFormat';
export { toMs } from './zone';
