import { isTerminal } from '@headwater/after-sales';
import type { AfterSalesCase, CaseEvent } from '../../case.entity.js';

/** What is judged: an event without the words it carries. */
export type Told = Pick<CaseEvent, 'seq' | 'at' | 'verb' | 'from' | 'to' | 'oldDeadline' | 'newDeadline'>;
export type Ending = Pick<AfterSalesCase, 'id' | 'state' | 'deadlineAt' | 'wakeAt' | 'lastSeq'>;
export type Violation = 'early' | 'missed' | 'twice' | 'hanging' | 'torn';

/**
 * The first of `instants` (ascending) at or after `at`: when somebody looked at all that was due. Undefined: nobody did any more.
 */
function firstAfter(instants: readonly number[], at: number): number | undefined {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return instants[low];
}

/** Whether the deadline that an event left behind stood unanswered until then though somebody had looked; one set too late is due at the next look. */
function isMissed({ at, newDeadline }: Told, until: number, served: readonly number[]): boolean {
  if (newDeadline === null) return false;
  return (firstAfter(served, newDeadline > at ? newDeadline : at + 1) ?? Infinity) < until;
}

function judgeStep(before: Told, event: Told, served: readonly number[]): Violation[] {
  const { at, verb, oldDeadline } = event;
  const found: Violation[] = [];
  if (event.seq !== before.seq + 1 || event.from !== before.to || oldDeadline !== before.newDeadline) found.push('torn');
  if (verb === 'timeout' && (oldDeadline === null || at < oldDeadline)) found.push('early');
  if (isMissed(before, at, served)) found.push('missed');
  return found;
}

/** How often deadlines of a case were fired beyond once each. */
function repeated(events: readonly Told[]): number {
  const fired = events
    .filter(({ verb }) => verb === 'timeout')
    .map(({ from, oldDeadline }) => `${String(from)} ${String(oldDeadline)}`);
  return fired.length - new Set(fired).size;
}

function judgeEnding(ending: Ending, last: Told, served: readonly number[]): Violation[] {
  const found: Violation[] = [];
  if (ending.state !== last.to || ending.lastSeq !== last.seq || ending.deadlineAt !== last.newDeadline) found.push('torn');
  if (!isTerminal(ending.state)) found.push('hanging');
  if (isTerminal(ending.state) && ending.wakeAt !== null) found.push('hanging');
  if (isMissed(last, Infinity, served)) found.push('missed');
  return found;
}

/**
 * What is wrong with the history of a case, by its events (in order) and its row when all is over.
 * @param served instants (UTC epoch ms, ascending) at which all that was due has been looked at
 */
export function judgeCase(ending: Ending, events: readonly Told[], served: readonly number[]): Violation[] {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return ['torn'];
  const steps = events.slice(1).flatMap((event, index) => judgeStep(events[index] ?? first, event, served));
  const twice = Array.from({ length: repeated(events) }, (): Violation => 'twice');
  return [...steps, ...twice, ...judgeEnding(ending, last, served)];
}
