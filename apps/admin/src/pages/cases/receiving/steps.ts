import type { CaseAction } from '../documents';
import type { Arrival } from './documents';

/** What is done to a parcel that lies on the counter; all else is for the page of its case. */
const atTheCounter = new Set([
  ...['receive', 'receiveAndDispatch', 'registerDropIn', 'propose', 'askInfo', 'refuseReceipt', 'reportLost', 'shipBack'],
]);

/** What brings the goods in: without one of these a case waits for something else than its parcel. */
const takingIn = new Set(['receive', 'receiveAndDispatch', 'registerDropIn']);

export const awaitsGoods = (item: Arrival): boolean => item.allowedActions.some(({ verb }) => takingIn.has(verb));

/** What is said of goods that came, here; of an application, on the page of its case. */
const ofGoods = new Set(['propose', 'askInfo']);

/** The steps of the counter; where the usual one is none of them, the first of them is. */
export function stepsOf(item: Arrival): CaseAction[] {
  const came = awaitsGoods(item);
  const steps = item.allowedActions.filter(({ verb }) => atTheCounter.has(verb) && (came || !ofGoods.has(verb)));
  const usual = steps.find(({ primary }) => primary) ?? steps[0];
  return steps.map((step) => ({ ...step, primary: step === usual }));
}

/** Those that wait for their goods come first. */
export const inOrder = (items: readonly Arrival[]): Arrival[] => [
  ...items.filter(awaitsGoods),
  ...items.filter((item) => !awaitsGoods(item)),
];

const meant = (text: string): string => text.replaceAll(/[\s#]/g, '').toUpperCase();

/** The parcel that was scanned, where it was one. */
export const parcelIn = ({ shipments }: Arrival, scanned: string) =>
  shipments.find(({ tracking, direction }) => direction === 'return' && meant(tracking) === meant(scanned));
