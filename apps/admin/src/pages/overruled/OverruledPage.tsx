import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { Choice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { PageHeader, Sheet } from '../../shared/page';
import { ScopedLink, useScope } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { ListTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { useLocalText } from '../../shared/useLocalText';
import { overruledDocument, type OverruledRule } from './documents';

const periods = ['30', '7', '90', '365'] as const;

const Latest = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 8,
  overflowWrap: 'anywhere',
});

function LatestCases({ rule }: { rule: OverruledRule }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <Latest>
      {rule.latest.map(({ caseId, code, reason, personName, at, node }) => (
        <li key={`${caseId} ${at}`}>
          <ScopedLink to={`/cases/${caseId}`} underline="always">
            {code}
          </ScopedLink>{' '}
          {reason ?? t('overruled.noReason')}
          <div className="hw-meta">{t('overruled.why', { who: personName, at: format.nearTime(at), store: node.name })}</div>
        </li>
      ))}
    </Latest>
  );
}

function useColumns(): readonly Column<OverruledRule>[] {
  const t = useTranslate();
  const localText = useLocalText();
  return useMemo(
    () => [
      { key: 'rule', head: t('overruled.rule'), cell: ({ name }) => localText(name), card: 'title', width: 200 },
      {
        key: 'count',
        head: t('overruled.count'),
        cell: ({ count, hasMore }) => t(hasMore ? 'overruled.more' : 'overruled.times', { n: count }),
        width: 120,
      },
      { key: 'latest', head: t('overruled.latest'), cell: (rule) => <LatestCases rule={rule} /> },
    ],
    [t, localText],
  );
}

/** A15: which rules the chain's own people go against most, and in which cases: a rule that is overruled every day is a wrong rule. */
export function OverruledPage() {
  const t = useTranslate();
  const localText = useLocalText();
  const { nodeId, isHome } = useScope();
  const filters = useUrlFilters('days');
  const days = periods.find((each) => each === filters.values.days) ?? periods[0];
  const query = useApiQuery(overruledDocument, { within: isHome ? null : nodeId, days: Number(days) });
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('overruled.title')} />
      <Choice
        id="overruled-days"
        label={t('overruled.period')}
        value={days}
        options={[...periods]
          .sort((one, other) => Number(one) - Number(other))
          .map((each) => [each, t('overruled.days', { n: Number(each) })])}
        onChange={(next) => filters.set({ days: next })}
        sx={{ width: 200, marginBottom: '16px' }}
      />
      <Loaded query={query} failed={t('overruled.failed')}>
        {({ overruledRules }) => (
          <Sheet flush>
            <ListTable
              label={t('overruled.title')}
              columns={columns}
              rows={overruledRules.rules}
              rowKey={({ rule }) => rule}
              rowName={({ name }) => localText(name)}
              empty={<EmptyState kind="nothing" text={t('overruled.none')} hint={t('overruled.noneHint')} />}
            />
          </Sheet>
        )}
      </Loaded>
    </>
  );
}
