import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../providers/hooks';
import { ChangeChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { useKeyHelp, usePageKeys } from '../../shared/keyboard';
import { PageHeader } from '../../shared/page';
import { useRuleText } from '../../shared/rules';
import { EmptyState, Loaded } from '../../shared/states';
import { useUrlParam } from '../../shared/url';
import { Actions } from './Actions';
import { Bands } from './Bands';
import { Checks } from './Checks';
import { changeSetDocument, type ChangeSet } from './documents';
import { ImpactTab } from './ImpactTab';
import { Operations } from './Operations';
import { Record } from './Record';
import { checksOf, shortCode } from './sums';

const Codes = styled('p')({ margin: '0 0 12px', fontVariantNumeric: 'tabular-nums' });
const Said = styled('p')({ marginBottom: 12 });
const Panel = styled('div')({ display: 'grid', gap: 16, marginTop: 16 });

const tabs = ['changes', 'impact', 'checks', 'record'] as const;
type TabKey = (typeof tabs)[number];

function useMeta() {
  const t = useTranslate();
  const format = useFormat();
  const { say } = useRuleText();
  return ({ authorName, submittedAt, approverName, approvedAt, effectiveAt, appliedAt, status }: ChangeSet): string => {
    const who =
      submittedAt === null
        ? say('changes.by', { author: authorName })
        : t('changes.submitted', { author: authorName, at: format.textTime(submittedAt) });
    const approved =
      approverName !== null && approvedAt !== null
        ? [t('changes.approved', { approver: approverName, at: format.textTime(approvedAt) })]
        : [];
    const since = effectiveAt ?? appliedAt;
    const when =
      status === 'live' && since !== null
        ? t('changes.liveSince', { at: format.textTime(since) })
        : effectiveAt === null
          ? t('changes.effectiveAtOnce')
          : t('changes.effectiveAt', { at: format.textTime(effectiveAt) });
    return [who, ...approved, when].join(' · ');
  };
}

function Tabbed({ set, tab, onTab }: { set: ChangeSet; tab: TabKey; onTab: (tab: TabKey) => void }) {
  const t = useTranslate();
  const counts = { n: set.operations.length, changed: set.impact?.changed ?? 0 };
  const label = (key: TabKey) => t(`changes.tab.${key}`, key === 'checks' ? { n: checksOf(set) } : counts);
  return (
    <>
      <Tabs
        value={tab}
        onChange={(_, next: TabKey) => onTab(next)}
        aria-label={t('changes.tab.label')}
        variant="scrollable"
        allowScrollButtonsMobile
      >
        {tabs.map((key) => (
          <Tab key={key} value={key} label={label(key)} id={`change-tab-${key}`} aria-controls={`change-panel-${key}`} />
        ))}
      </Tabs>
      <Panel role="tabpanel" id={`change-panel-${tab}`} aria-labelledby={`change-tab-${tab}`}>
        {tab === 'changes' && <Operations set={set} />}
        {tab === 'impact' && <ImpactTab set={set} />}
        {tab === 'checks' && <Checks set={set} />}
        {tab === 'record' && <Record events={set.events} />}
      </Panel>
    </>
  );
}

/** `[ ]` go to the tab before and after; beyond the ends there is none. */
function useTabKeys(tab: TabKey, onTab: (tab: TabKey) => void): void {
  const t = useTranslate();
  const steps: Readonly<Record<string, number>> = { '[': -1, ']': 1 };
  usePageKeys((key) => {
    const next = tabs[tabs.indexOf(tab) + (steps[key] ?? Number.NaN)];
    if (next) onTab(next);
    return next !== undefined;
  });
  useKeyHelp(t('changes.tab.keys.title'), [
    { keys: '[', label: t('changes.tab.keys.previous') },
    { keys: ']', label: t('changes.tab.keys.next') },
  ]);
}

/** Whether the impact as it is now was shown: once it was, one may read on; one that was computed anew has to be looked at again. */
function useImpactSeen(hash: string | null, isShown: boolean): boolean {
  const [seen, setSeen] = useState<string | null>(null);
  if (isShown && hash !== seen) setSeen(hash);
  return hash !== null && (isShown || seen === hash);
}

function One({ set }: { set: ChangeSet }) {
  const t = useTranslate();
  const meta = useMeta();
  // Whoever is asked for an approval begins with what it would do.
  const first = set.allowedActions.includes('changeSet.approve') ? 'impact' : 'changes';
  const [param, setTab] = useUrlParam('tab', first);
  const tab = tabs.find((each) => each === param) ?? first;
  const hash = set.impact?.impactHash ?? null;
  const impactSeen = useImpactSeen(hash, tab === 'impact');
  useTabKeys(tab, setTab);
  return (
    <>
      <PageHeader
        title={t('changes.one', { number: set.number, title: set.title })}
        aside={<ChangeChip state={set.status} />}
        scoped={false}
        meta={set.node.name}
        date={meta(set)}
        action={<Actions set={set} impactSeen={impactSeen} onImpact={() => setTab('impact')} />}
      />
      <Codes className="hw-meta">
        {t('changes.contentCode', { code: shortCode(set.contentHash) })}
        {hash !== null && ` · ${t('changes.impactCode', { code: shortCode(hash) })}`}
      </Codes>
      <Bands set={set} />
      {set.notes !== '' && <Said>{set.notes}</Said>}
      <Tabbed set={set} tab={tab} onTab={setTab} />
    </>
  );
}

/** One change set: what it changes, what that does, what stands against it, and who did what (P10). */
export function ChangeSetPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApiQuery(changeSetDocument, { id });
  return (
    <Loaded query={query} failed={t('changes.failed')}>
      {({ changeSet }) => (changeSet ? <One set={changeSet} /> : <EmptyState kind="nothing" text={t('changes.gone')} />)}
    </Loaded>
  );
}
