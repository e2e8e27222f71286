import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../providers/hooks';
import { RolloutChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { EffectResult, type Effect } from '../../shared/impact';
import { Facts, PageHeader, Sheet } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { rolloutDocument, type RolloutStory, type Step } from './documents';
import { HoldDialog } from './HoldDialog';
import { MoveDialog, type Move } from './MoveDialog';
import { nextPercent } from './nextPercent';
import { StepFigures } from './StepFigures';

type Dialog = Move | 'pause' | 'resume';

const Stack = styled('div')({ display: 'grid', gap: 16, '& > *': { minWidth: 0 } });
const StepHead = styled('p')({ margin: '0 0 8px' });

function useReach(): (step: Step) => string {
  const t = useTranslate();
  return ({ bps, units }) =>
    bps === null
      ? t('rollouts.picked', { units: units.map(({ name }) => name).join(t('shared.list')) })
      : t('rollouts.drawn', { share: String(bps / 100) });
}

function Steps({ rollout }: { rollout: RolloutStory }) {
  const t = useTranslate();
  const format = useFormat();
  const reach = useReach();
  return (
    <>
      {rollout.steps.toReversed().map((step) => (
        <Sheet key={step.number} title={t('rollouts.step', { n: step.number })}>
          <StepHead>
            {reach(step)} · {t('rollouts.branches', { n: step.branches })}{' '}
            <span className="hw-meta">{t('rollouts.by', { who: step.authorName, at: format.tableTime(step.at) })}</span>
          </StepHead>
          <StepFigures step={step} />
        </Sheet>
      ))}
      <p className="hw-meta">{t('rollouts.figures.note')}</p>
    </>
  );
}

function Story({ rollout }: { rollout: RolloutStory }) {
  const t = useTranslate();
  const format = useFormat();
  const { node, policyId, policyName, versionNumber, kind } = rollout;
  const version = t('rollouts.versionOf', { policy: policyName, n: String(versionNumber) });
  return (
    <Sheet>
      <Facts
        rows={[
          [
            t('rollouts.version'),
            <ScopedLink key="version" to={`/policies/${policyId}/versions/${String(versionNumber)}`}>
              {version}
            </ScopedLink>,
          ],
          [
            t('rollouts.unit'),
            <ScopedLink key="unit" to={`/effective/${node.id}?kind=${kind}`}>
              {node.name}
            </ScopedLink>,
          ],
          [t('rollouts.pilot'), rollout.endedAt === null && t('rollouts.reach', { n: rollout.inPilot, all: rollout.branches })],
          [t('rollouts.since'), format.tableTime(rollout.startedAt)],
          [t('rollouts.author'), rollout.authorName],
          [t('rollouts.reason'), rollout.reason],
          [t('rollouts.ended'), rollout.endedAt && format.tableTime(rollout.endedAt)],
          [t('rollouts.endReason'), rollout.endReason],
        ]}
      />
    </Sheet>
  );
}

function useActions(rollout: RolloutStory, open: (dialog: Dialog) => void) {
  const t = useTranslate();
  const unit = rollout.node.name;
  // Where units were picked by hand, a share drawn beside them reaches more than it says.
  const percent = rollout.steps.some(({ bps }) => bps === null) ? null : nextPercent(rollout);
  const words: Record<Dialog, string> = {
    advance: percent === null ? t('rollouts.advance.verb', { unit }) : t('rollouts.advance.to', { unit, share: String(percent) }),
    finish: t('rollouts.finish.verb', { unit }),
    pause: t('rollouts.pause.verb'),
    resume: t('rollouts.resume.verb'),
    cancel: t('rollouts.cancel.verb'),
  };
  const button = (dialog: Dialog, variant: 'contained' | 'outlined') =>
    rollout.allowedActions.includes(`rollout.${dialog}`) && (
      <Button key={dialog} variant={variant} onClick={() => open(dialog)}>
        {words[dialog]}
      </Button>
    );
  const first = rollout.status === 'paused' ? 'resume' : 'advance';
  return {
    action: button(first, 'contained'),
    others: (['cancel', 'pause', 'finish'] as const).map((dialog) => button(dialog, 'outlined')),
  };
}

function Rollout({ rollout }: { rollout: RolloutStory }) {
  const t = useTranslate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [result, setResult] = useState<{ readonly text: string; readonly effect: Effect } | null>(null);
  const actions = useActions(rollout, setDialog);
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={t('rollouts.one', {
          version: t('rollouts.versionOf', { policy: rollout.policyName, n: String(rollout.versionNumber) }),
        })}
        aside={<RolloutChip state={rollout.status} />}
        scoped={false}
        meta={rollout.node.name}
        {...actions}
      />
      {result && <EffectResult title={result.text} effect={result.effect} onClose={() => setResult(null)} />}
      <Stack>
        <Story rollout={rollout} />
        <Steps rollout={rollout} />
      </Stack>
      {(dialog === 'pause' || dialog === 'resume') && <HoldDialog verb={dialog} rollout={rollout} onClose={close} />}
      {(dialog === 'advance' || dialog === 'finish' || dialog === 'cancel') && (
        <MoveDialog move={dialog} rollout={rollout} onDone={setResult} onClose={close} />
      )}
    </>
  );
}

/** P11: one rollout: its steps, how it goes in and out of the pilot, and what comes next. */
export function RolloutPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApiQuery(rolloutDocument, { id });
  return (
    <Loaded query={query} failed={t('rollouts.failed')}>
      {({ rollout }) => (rollout ? <Rollout rollout={rollout} /> : <EmptyState kind="nothing" text={t('rollouts.gone')} />)}
    </Loaded>
  );
}
