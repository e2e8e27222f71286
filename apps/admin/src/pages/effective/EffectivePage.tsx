import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useApiQuery } from '../../providers/hooks';
import { AcknowledgeBand } from '../../shared/acknowledge';
import { AssignDialog } from '../../shared/assign';
import { serverNow } from '../../shared/clock';
import { DateField, OptionalChoice } from '../../shared/fields';
import { useDrawer } from '../../shared/dialog';
import { isDay, useCalendar, useFormat } from '../../shared/format';
import { EffectResult, type Effect } from '../../shared/impact';
import { useKeyHelp, useListKeys } from '../../shared/keyboard';
import { NodeField, ZoneOf } from '../../shared/node';
import { PageHeader } from '../../shared/page';
import {
  fieldIn,
  kindKeys,
  rulesDocument,
  useKinds,
  type EffectiveRules,
  type KindKey,
  type RuleField,
  type RuleKind,
} from '../../shared/rules';
import { useScope, useScopedPath } from '../../shared/scope';
import { BlockSkeleton, ErrorState } from '../../shared/states';
import { StreamPath } from '../../shared/stream';
import { ResumeDialog, SuspendDialog } from '../../shared/suspension';
import { useUrlFilters } from '../../shared/url';
import { KindLanes } from '../../shared/timeline';
import { useLocalText } from '../../shared/useLocalText';
import { Bands } from './Bands';
import { KindRules } from './KindRules';
import { UnitTexts } from './UnitTexts';
import { views, ViewSwitch } from './ViewSwitch';
import { WhyDrawer } from './WhyDrawer';

const Choices = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 12,
  marginBottom: 16,
  '& > div:first-of-type': { width: 'min(320px, 100%)' },
});

/** A day means its end; a case asks for the very instant of its promise. */
function instantOf(text: string, { today, lastOfDay }: ReturnType<typeof useCalendar>): string | null {
  if (text === '' || text === today()) return null;
  if (isDay(text)) return lastOfDay(text);
  return Number.isNaN(Date.parse(text)) ? null : text;
}

/** What the address chooses: unit, kind (both where none is named), and instant (now where none is). */
function useChoices(nodeId: string) {
  const navigate = useNavigate();
  const scoped = useScopedPath();
  const { values, set } = useUrlFilters('kind', 'at', 'knownAt', 'view');
  const kind = kindKeys.find((key) => key === values.kind) ?? null;
  const calendar = useCalendar();
  const at = instantOf(values.at, calendar);
  const knownAt = at === null ? null : instantOf(values.knownAt, calendar);
  const go = (id: string) => {
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
    void navigate(scoped(`/effective/${id}${query.size === 0 ? '' : `?${query.toString()}`}`));
  };
  const view = views.find((each) => each === values.view) ?? 'rules';
  return { nodeId, kind, at, knownAt, view, set, go };
}

type Choices = ReturnType<typeof useChoices>;

/** The rules of each kind shown; the kinds that are not shown are not asked for. */
function useRules({ nodeId, kind, at, knownAt }: Choices) {
  const wants = (key: KindKey) => kind === null || kind === key;
  const subsidy = useApiQuery(
    rulesDocument,
    { nodeId, kind: 'returnShippingSubsidy', at, knownAt },
    { enabled: wants('returnShippingSubsidy') },
  );
  const afterSales = useApiQuery(
    rulesDocument,
    { nodeId, kind: 'afterSalesRules', at, knownAt },
    { enabled: wants('afterSalesRules') },
  );
  const scripts = useApiQuery(
    rulesDocument,
    { nodeId, kind: 'serviceScripts', at, knownAt },
    { enabled: wants('serviceScripts') },
  );
  const risk = useApiQuery(rulesDocument, { nodeId, kind: 'riskLimits', at, knownAt }, { enabled: wants('riskLimits') });
  const byKind = { returnShippingSubsidy: subsidy, afterSalesRules: afterSales, serviceScripts: scripts, riskLimits: risk };
  const shown = kindKeys.filter(wants).map((key) => byKind[key]);
  return {
    rules: shown.flatMap(({ data }) => data?.effectiveRules ?? []),
    error: shown.find(({ data, error }) => data === undefined && error !== null)?.error ?? null,
    retry: () => shown.forEach((query) => void query.refetch()),
  };
}

function ChoiceBar({ choices, rules }: { choices: Choices; rules: EffectiveRules | undefined }) {
  const t = useTranslate();
  const localText = useLocalText();
  const kinds = useKinds();
  const { today, dayOf } = useCalendar();
  const { kind, at, view, set, go } = choices;
  return (
    <Choices>
      <div>
        <NodeField label={t('effective.unit')} value={rules?.node ?? null} onChange={(chosen) => go(chosen.id)} />
      </div>
      <OptionalChoice
        id="effective-kind"
        label={t('effective.kind')}
        value={kind}
        options={(kinds.data ?? []).map((each) => [each.key, localText(each.label)])}
        any={t('effective.allKinds')}
        onChange={(next) => set({ kind: next })}
        width={200}
      />
      {view === 'rules' && (
        <DateField
          label={t('effective.at')}
          value={at === null ? today() : dayOf(at)}
          onChange={(day) => set({ at: day === '' || day === today() ? null : day, knownAt: null })}
        />
      )}
      <ViewSwitch value={view} onChange={(next) => set({ view: next === 'rules' ? null : next })} />
    </Choices>
  );
}

/** Windows alone say nothing to anybody; what is said of them is shown with the texts, and with all kinds. */
const showsTexts = (kind: KindKey | null): boolean => kind !== 'afterSalesRules';

type Dialog = 'suspend' | 'resume' | 'assign';

interface Done {
  readonly text: string;
  readonly effect: Effect;
}

/** What HQ and regions do at a unit besides its own rules: assign a version, suspend, resume. */
function UnitDialogs({
  dialog,
  rules,
  onDone,
  onClose,
}: {
  dialog: Dialog;
  rules: EffectiveRules;
  onDone: (done: Done) => void;
  onClose: () => void;
}) {
  const { node } = rules;
  if (dialog === 'assign') return <AssignDialog kind={rules.kind} unit={node} onDone={onDone} onClose={onClose} />;
  if (dialog === 'resume') return <ResumeDialog unit={node} onDone={onDone} onClose={onClose} />;
  return <SuspendDialog unit={node} onDone={onDone} onClose={onClose} />;
}

/** Rows of all kinds shown are one list: arrows move, `w` asks why. */
function useRows(fields: readonly RuleField[], onWhy: (field: RuleField) => void) {
  const t = useTranslate();
  useKeyHelp(t('effective.why.title'), [
    { keys: '↑ ↓', label: t('effective.keys.next') },
    { keys: 'c', label: t('effective.why.copy') },
  ]);
  return useListKeys<RuleField, HTMLDivElement>({
    rows: fields,
    keyOf: ({ key }) => key,
    title: t('effective.title'),
    onOpen: onWhy,
    letters: [{ key: 'w', label: t('effective.why.title'), run: onWhy }],
  });
}

function Head({ rules, at, onOpen }: { rules: readonly EffectiveRules[]; at: string | null; onOpen: (dialog: Dialog) => void }) {
  const t = useTranslate();
  const format = useFormat();
  const [first] = rules;
  const may = (verb: string) => rules.find(({ allowedActions }) => allowedActions.includes(`rules.${verb}`));
  return (
    <PageHeader
      title={t('effective.title')}
      scoped={false}
      date={format.textDate(at ?? serverNow())}
      {...(first && { meta: <StreamPath steps={first.node.path} keep={4} /> })}
      others={
        <>
          {may('assign') && (
            <Button variant="outlined" onClick={() => onOpen('assign')}>
              {t('assign.title')}
            </Button>
          )}
          {may('suspend') && (
            <Button variant="outlined" onClick={() => onOpen('suspend')}>
              {t('suspension.suspend')}
            </Button>
          )}
        </>
      }
    />
  );
}

const Lanes = styled('div')({ display: 'grid', gap: 16 });

/** How the rules of a unit go over time (P7). */
function Timeline({ unit, schemas }: { unit: { id: string; name: string }; schemas: readonly RuleKind[] }) {
  const t = useTranslate();
  return (
    <Lanes>
      <p className="hw-hint">{t('timeline.of', { unit: unit.name })}</p>
      {schemas.map((schema) => (
        <KindLanes key={`${unit.id} ${schema.key}`} nodeId={unit.id} schema={schema} />
      ))}
    </Lanes>
  );
}

function Effective({ nodeId }: { nodeId: string }) {
  const t = useTranslate();
  const choices = useChoices(nodeId);
  const { kind, at, knownAt, view, set } = choices;
  const kinds = useKinds();
  const { rules, error, retry } = useRules(choices);
  const drawer = useDrawer('why');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const schemas = (kinds.data ?? []).filter((each) => kind === null || each.key === kind);
  const fields = schemas.flatMap((schema) => schema.fields);
  const why = (field: RuleField) => drawer.open(field.key);
  const list = useRows(fields, why);
  const rulesOf = (key: string) => rules.find((each) => fieldIn(schemas, key, each.kind) !== undefined);
  const [first] = rules;
  const suspended = rules.find(({ suspension, withheld }) => suspension !== null || withheld !== null) ?? first;
  return (
    <>
      <Head rules={rules} at={at} onOpen={setDialog} />
      <AcknowledgeBand nodeId={nodeId} />
      <ChoiceBar choices={choices} rules={first} />
      {done && <EffectResult title={done.text} effect={done.effect} onClose={() => setDone(null)} />}
      {suspended && view === 'rules' && (
        <Bands
          rules={suspended}
          past={at !== null}
          onKnown={(when) => set({ knownAt: when === 'then' ? at : null })}
          onToday={() => set({ at: null, knownAt: null })}
          onResume={() => setDialog('resume')}
        />
      )}
      {error !== null && <ErrorState failed={t('effective.failed')} error={error} onRetry={retry} />}
      {error === null && rules.length === 0 && <BlockSkeleton lines={8} />}
      {view === 'timeline' && first && <Timeline unit={first.node} schemas={schemas} />}
      <div {...list.listProps} hidden={view === 'timeline'}>
        {rules.map((each) => {
          const schema = schemas.find(({ key }) => key === each.kind);
          if (!schema) return null;
          return (
            <KindRules
              key={`${nodeId} ${each.kind} ${at ?? ''} ${each.knownAt ?? ''} ${String(each.ownVersion)}`}
              rules={each}
              schema={schema}
              rowProps={list.rowProps}
              onWhy={why}
            />
          );
        })}
      </div>
      {view === 'rules' && showsTexts(kind) && <UnitTexts nodeId={nodeId} at={at} knownAt={knownAt} />}
      <WhyDrawer drawer={drawer} fields={fields} rulesOf={rulesOf} at={at} />
      {dialog && first && (
        <UnitDialogs
          dialog={dialog}
          rules={dialog === 'assign' ? first : (suspended ?? first)}
          onDone={setDone}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** What applies at a unit on a date, where each value comes from, and what the unit may set itself (P8). */
export function EffectivePage() {
  const scope = useScope();
  const { nodeId = scope.nodeId } = useParams();
  return (
    <ZoneOf nodeId={nodeId}>
      <Effective nodeId={nodeId} />
    </ZoneOf>
  );
}
