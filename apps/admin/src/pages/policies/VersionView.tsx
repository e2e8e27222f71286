import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { AssignDialog } from '../../shared/assign';
import { StartRolloutDialog } from '../../shared/rollout';
import { ActionDialog } from '../../shared/dialog';
import { EffectResult, type Effect } from '../../shared/impact';
import { Sheet } from '../../shared/page';
import {
  DirectiveText,
  FieldGroups,
  RowFrame,
  type Directive,
  type Directives,
  type RuleField,
  type RuleKind,
} from '../../shared/rules';
import { StreamMark } from '../../shared/stream';
import { useLocalText } from '../../shared/useLocalText';
import { useNotice } from '../../shared/useNotice';
import { AssignmentTable } from './AssignmentTable';
import { Columns } from './Columns';
import { deprecateDocument, retireDocument, type Policy, type Version } from './documents';
import { DraftButton } from './DraftButton';
import { VersionDiff } from './VersionDiff';
import { VersionFacts } from './VersionFacts';
import { VersionHeader } from './VersionHeader';

const Gap = styled('div')({ height: 16 });

interface SaidProps {
  readonly field: RuleField;
  readonly directive: Directive;
  readonly first: boolean;
  readonly last: boolean;
}

/** What a frozen version says about one field. */
function Said({ field, directive, first, last }: SaidProps) {
  const localText = useLocalText();
  return (
    <RowFrame>
      <div data-part="mark">
        <StreamMark mark={directive.lock ? 'gate' : 'own'} above={first ? 'none' : 'solid'} below={last ? 'none' : 'solid'} />
      </div>
      <div data-part="name">{localText(field.label)}</div>
      <div data-part="body">
        <DirectiveText field={field} directive={directive} />
      </div>
    </RowFrame>
  );
}

type End = 'deprecate' | 'retire';

function EndDialog({ end, version, onClose }: { end: End; version: Version; onClose: () => void }) {
  const t = useTranslate();
  const notice = useNotice();
  const deprecate = useApiMutation(deprecateDocument);
  const retire = useApiMutation(retireDocument);
  const n = String(version.number);
  const confirm = async () => {
    await (end === 'retire' ? retire.mutateAsync({ id: version.id }) : deprecate.mutateAsync({ id: version.id }));
    notice.done(t(`policies.${end}.done`, { n }));
  };
  return (
    <ActionDialog
      open
      danger={end === 'retire'}
      title={t(`policies.${end}.title`, { n })}
      effect={t(`policies.${end}.effect`)}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

interface VersionViewProps {
  readonly policy: Policy;
  readonly version: Version;
  readonly kind: RuleKind;
}

function Actions({ policy, version, onOpen }: Omit<VersionViewProps, 'kind'> & { onOpen: (dialog: End | 'rollout') => void }) {
  const t = useTranslate();
  const n = String(version.number);
  const ends = (['deprecate', 'retire'] as const).filter((end) => version.allowedActions.includes(`policyVersion.${end}`));
  return (
    <>
      {ends.map((end) => (
        <Button key={end} variant="outlined" onClick={() => onOpen(end)}>
          {t(`policies.${end}.title`, { n })}
        </Button>
      ))}
      <DraftButton policy={policy} from={version.number} />
      {version.allowedActions.includes('policy.assign') && (
        <Button variant="outlined" onClick={() => onOpen('rollout')}>
          {t('rollout.start')}
        </Button>
      )}
    </>
  );
}

/** A version that can no longer be changed: what it says, where it is, what may be done with it. */
export function VersionView({ policy, version, kind }: VersionViewProps) {
  const t = useTranslate();
  const [dialog, setDialog] = useState<End | 'assign' | 'rollout' | null>(null);
  const [result, setResult] = useState<{ readonly text: string; readonly effect: Effect } | null>(null);
  const directives = version.directives as Directives;
  const said = new Set(Object.keys(directives));
  const n = String(version.number);
  const close = () => setDialog(null);
  const assign = version.allowedActions.includes('policy.assign') && (
    <Button variant="contained" onClick={() => setDialog('assign')}>
      {t('policies.assign', { n })}
    </Button>
  );
  return (
    <>
      <VersionHeader
        policy={policy}
        version={version}
        action={assign}
        others={<Actions policy={policy} version={version} onOpen={setDialog} />}
      />
      {result && <EffectResult title={result.text} effect={result.effect} onClose={() => setResult(null)} />}
      <Columns>
        <div>
          <FieldGroups kind={kind} only={said}>
            {(field, place) => <Said key={field.key} field={field} directive={directives[field.key] ?? {}} {...place} />}
          </FieldGroups>
          <p className="hw-meta">{t('policies.read.rest', { n: kind.fields.length - said.size })}</p>
          <VersionDiff policy={policy} kind={kind} number={version.number} />
        </div>
        <aside>
          <Sheet title={t('policies.notes')}>
            <p>{version.notes === '' ? t('policies.noNotes') : version.notes}</p>
          </Sheet>
          <VersionFacts policy={policy} version={version} />
        </aside>
      </Columns>
      <Gap />
      <Sheet title={t('policies.assignments')} flush>
        <AssignmentTable policy={policy} number={version.number} onChanged={(text, effect) => setResult({ text, effect })} />
      </Sheet>
      {dialog === 'assign' && (
        <AssignDialog
          kind={policy.kind}
          version={{ id: version.id, label: t('policies.editor.title', { policy: policy.name, n }) }}
          onDone={setResult}
          onClose={close}
        />
      )}
      {dialog === 'rollout' && (
        <StartRolloutDialog
          version={{ id: version.id, label: t('policies.editor.title', { policy: policy.name, n }) }}
          onDone={setResult}
          onClose={close}
        />
      )}
      {(dialog === 'deprecate' || dialog === 'retire') && <EndDialog end={dialog} version={version} onClose={close} />}
    </>
  );
}
