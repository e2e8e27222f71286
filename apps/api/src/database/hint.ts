import type { EntityManager } from 'typeorm';

/** What processes tell each other to look at: the rules' epoch, cases, and who has a case open. */
export const hintTopics = ['epoch', 'case', 'presence'] as const;
export type HintTopic = (typeof hintTopics)[number];
export type Hint = readonly [topic: HintTopic, message: string];

/** What each transaction will tell once it is committed, the last word of a topic. */
const noted = new WeakMap<EntityManager, Map<HintTopic, string>>();

/** Says what to look at once this transaction is committed; a hint is never more than "look now". */
export function hint(tx: EntityManager, topic: HintTopic, message: string): void {
  const hints = noted.get(tx) ?? new Map<HintTopic, string>();
  noted.set(tx, hints.set(topic, message));
}

export const hintsOf = (tx: EntityManager): readonly Hint[] => [...(noted.get(tx) ?? [])];
