import { useTranslate } from 'ra-core';
import { useLocalText, type LocalText } from '../../shared/useLocalText';

export interface EventWords {
  readonly verb: string;
  /** Of the table that did it by itself, `autoApprove.1`; null: nobody's rule. */
  readonly rule?: string | null;
  /** The names of the rules that were overruled. */
  readonly overruled?: readonly LocalText[];
  readonly actorKind: string;
  readonly actorName: string;
  /** Null for the application, which comes from nowhere. */
  readonly from: string | null;
  readonly to: string;
}

/** Who did it: people of the chain by name, the buyer and the system by what they are. */
export function useActor(): (event: EventWords) => string {
  const t = useTranslate();
  return ({ actorKind, actorName }) => (actorKind === 'staff' ? actorName : t(`cases.actor.${actorKind}`));
}

/** What was done, and where it led when the case moved: 「同意 → 待买家退货」. */
export function useEventText(): (event: EventWords) => string {
  const t = useTranslate();
  const localText = useLocalText();
  return ({ verb, rule = null, overruled = [], from, to }) => {
    const said = rule === null ? t(`cases.event.${verb}`, { _: verb }) : t('cases.byRule', { n: rule.split('.').at(-1) });
    const names = overruled.map((name) => localText(name)).join(t('shared.list'));
    const what = names === '' ? said : t('cases.overrule.event', { said, names });
    return from === to ? what : `${what} → ${t(`chip.case.${to}`)}`;
  };
}
