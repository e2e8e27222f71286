import { useTranslate } from 'ra-core';
import { UrlDrawer, type UrlDrawerState } from '../../shared/dialog';
import type { EffectiveRules, RuleField } from '../../shared/rules';
import { EmptyState } from '../../shared/states';
import { useSetUrlParams } from '../../shared/url';
import { useLocalText } from '../../shared/useLocalText';
import { Why } from './Why';

interface WhyDrawerProps {
  readonly drawer: UrlDrawerState;
  /** All that the page shows, in its order. */
  readonly fields: readonly RuleField[];
  readonly rulesOf: (key: string) => EffectiveRules | undefined;
  readonly at: string | null;
}

/** The drawer beside the rules; stepping from field to field is no step for Back. */
export function WhyDrawer({ drawer, fields, rulesOf, at }: WhyDrawerProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const set = useSetUrlParams();
  const index = fields.findIndex(({ key }) => key === drawer.value);
  const field = fields[index];
  const title = field ? t('effective.why.of', { field: localText(field.label) }) : t('effective.why.title');
  const step = (by: 1 | -1) => {
    const next = fields[index + by];
    if (next) set({ drawer: `why:${next.key}` });
  };
  return (
    <UrlDrawer drawer={drawer} title={title}>
      {(key) => {
        const rules = rulesOf(key);
        if (!field || !rules) return <EmptyState kind="nothing" text={t('effective.why.unknown')} />;
        return <Why {...{ rules, field, at }} onStep={step} />;
      }}
    </UrlDrawer>
  );
}
