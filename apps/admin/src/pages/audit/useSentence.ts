import { useTranslate, type TranslateFunction } from 'ra-core';
import { useCallback } from 'react';
import type { AuditEvent } from './documents';
import { billerIn, changesIn, dataOf, numberIn, textIn } from './eventData';

/** Who did it: people of the chain by name, the buyer and the system by what they are. */
export function useActor(): (event: AuditEvent) => string {
  const t = useTranslate();
  return useCallback(({ actorKind, actorName }) => (actorKind === 'staff' ? actorName : t(`audit.actor.${actorKind}`)), [t]);
}

/** Chooses a variant of a sentence, and is not said itself. */
const NONE = 'none';

function valuesOf(event: AuditEvent, t: TranslateFunction): Record<string, string | number> {
  const data = dataOf(event);
  const { role, kind } = data;
  return {
    unit: event.node?.name ?? '',
    name: textIn(data['name']),
    title: textIn(data['title']),
    author: textIn(data['author']),
    from: textIn(data['from']),
    to: textIn(data['to']),
    successor: textIn(data['successor']) || NONE,
    policy: textIn(data['policyName']) || NONE,
    number: numberIn(data['number'] ?? data['changeSetNumber']),
    kind: typeof kind === 'string' ? t(`rules.kind.${kind}`, { _: kind }) : '',
    role: typeof role === 'string' ? t(`role.${role}`, { _: role }) : '',
    code: textIn(data['code']),
    days: textIn(data['days']),
    period: textIn(data['period']),
    entries: numberIn(data['entries']),
    biller: billerIn(data),
    billNumber: textIn(data['billNumber'] ?? data['tracking']),
    lines: numberIn(data['lines']),
    carrier: textIn(data['carrier']),
    validFrom: textIn(data['validFrom']),
    rows: numberIn(data['rows']),
    renewed: data['renewed'] === true ? 'renewed' : NONE,
    correction: data['correction'] === true ? 'correction' : NONE,
    fields: changesIn(data).length,
    created: numberIn(data['created']),
    changed: numberIn(data['changed']),
  };
}

/** An event as a sentence: 「张敏 在 华东 开通退货包运费」. One of an action that is newer than this page names the action. */
export function useSentence(): (event: AuditEvent) => string {
  const t = useTranslate();
  const actor = useActor();
  return useCallback(
    (event) => {
      const values = { who: actor(event), ...valuesOf(event, t) };
      return t(`audit.did.${event.action}`, { ...values, _: `${values.who} · ${event.action}` });
    },
    [t, actor],
  );
}
