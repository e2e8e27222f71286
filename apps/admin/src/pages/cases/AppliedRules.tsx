import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormat } from '../../shared/format';
import { OrderRulesButton } from '../../shared/orderRules';
import { Facts } from '../../shared/page';
import { fieldIn, useKinds, useRuleText, type RuleKind } from '../../shared/rules';
import { ScopedLink } from '../../shared/scope';
import { Loaded } from '../../shared/states';
import type { CaseDetail } from './documents';

type Rule = CaseDetail['rules'][number];

const FIRST = 5;

const Part = styled('div')({
  '& + &': { marginTop: 16 },
  '& > div + div': { marginTop: 8 },
  '& p': { marginBottom: 4 },
  '& h3': { margin: 0, fontSize: 14, lineHeight: '22px', fontWeight: 600 },
});

const Foot = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', marginTop: 12 });

/** Rules that one version has set stand together, so that its name is read once. */
function bySource(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) groups.set(rule.source, [...(groups.get(rule.source) ?? []), rule]);
  return groups;
}

function Rules({ title, rules, kinds }: { title: string; rules: readonly Rule[]; kinds: readonly RuleKind[] }) {
  const t = useTranslate();
  const { speech, value } = useRuleText();
  const rowOf = (rule: Rule) => {
    const field = fieldIn(kinds, rule.field, rule.kind);
    return field ? ([speech.localText(field.label), value(field, rule.value).text] as const) : ([rule.field, ''] as const);
  };
  const nameOf = (source: string) => (source === 'default' ? t('cases.rule.default') : source);
  if (rules.length === 0) return null;
  return (
    <Part>
      <h3>{title}</h3>
      {[...bySource(rules)].map(([source, group]) => (
        <div key={source}>
          {source !== 'promise' && <p className="hw-meta">{t('cases.rule.from', { source: nameOf(source) })}</p>}
          <Facts rows={group.map(rowOf)} />
        </div>
      ))}
    </Part>
  );
}

function Groups({ item, kinds }: { item: CaseDetail; kinds: readonly RuleKind[] }) {
  const t = useTranslate();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const rules = all ? item.rules : item.rules.slice(0, FIRST);
  const { paidAt, node } = item.order;
  const paid = paidAt === null ? t('cases.rule.promise') : t('cases.rule.promiseOf', { at: format.nearTime(paidAt) });
  const query = paidAt === null ? '' : `&at=${encodeURIComponent(paidAt)}`;
  return (
    <>
      <Rules title={paid} rules={rules.filter((rule) => rule.class === 'promise')} kinds={kinds} />
      <Rules title={t('cases.rule.operation')} rules={rules.filter((rule) => rule.class !== 'promise')} kinds={kinds} />
      <Foot>
        {!all && item.rules.length > FIRST && (
          <Button variant="outlined" size="small" onClick={() => setAll(true)}>
            {t('cases.page.allRules', { n: item.rules.length })}
          </Button>
        )}
        {paidAt !== null && <OrderRulesButton orderId={item.order.id} />}
        <ScopedLink to={`/effective/${node.id}?kind=afterSalesRules${query}`}>{t('cases.page.why')}</ScopedLink>
      </Foot>
    </>
  );
}

/** The rules this case obeys: those frozen at payment, and those in force now, each with who set it. */
export function AppliedRules({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const query = useKinds();
  return (
    <Loaded query={query} failed={t('cases.page.failed')}>
      {(kinds) => <Groups item={item} kinds={kinds} />}
    </Loaded>
  );
}
