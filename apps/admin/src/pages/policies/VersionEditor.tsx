import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { isApiError } from '../../providers/apiError';
import { useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useKeyHelp, useShortcut } from '../../shared/keyboard';
import { NodeField } from '../../shared/node';
import { Sheet } from '../../shared/page';
import {
  FieldGroups,
  problemsIn,
  RuleEditRow,
  useInheritance,
  type RowModel,
  type RuleField,
  type RuleKind,
} from '../../shared/rules';
import { BlockSkeleton, ErrorState } from '../../shared/states';
import { useUnsaved } from '../../shared/useUnsaved';
import { useUrlParam } from '../../shared/url';
import { useNotice } from '../../shared/useNotice';
import { Checks } from './Checks';
import { Columns } from './Columns';
import { ownerDocument, type Policy, type Version } from './documents';
import { Findings, PublishFindings } from './Findings';
import { SidePanel } from './SidePanel';
import { useDraft, type Draft } from './useDraft';
import { useLint, type Lint } from './useLint';
import { VersionDiff } from './VersionDiff';
import { VersionFacts } from './VersionFacts';
import { VersionHeader } from './VersionHeader';

interface VersionEditorProps {
  readonly policy: Policy;
  readonly version: Version;
  readonly kind: RuleKind;
  readonly onReload: () => void;
}

const PreviewBar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'end',
  justifyContent: 'space-between',
  gap: '8px 16px',
  marginBottom: 16,
  '& > div:first-of-type': { flex: '0 1 320px' },
});

const Main = styled('div')({ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' });

/** The unit whose inherited values show; the policy's owner until another is chosen. */
function usePreviewUnit({ owner }: Policy) {
  const [param, setParam] = useUrlParam('unit', owner.id);
  const { data } = useApiQuery(ownerDocument, { id: param }, { enabled: param !== owner.id });
  const found = data?.orgNode?.id === param ? data.orgNode : null;
  return { unit: param === owner.id ? owner : (found ?? { id: param, name: '…' }), choose: setParam };
}

function Preview({ policy, draft, kind }: { policy: Policy; draft: Draft; kind: RuleKind }) {
  const t = useTranslate();
  const { unit, choose } = usePreviewUnit(policy);
  const own = Object.keys(draft.directives).length;
  return (
    <PreviewBar>
      <NodeField
        label={t('policies.editor.previewAt')}
        value={unit}
        onChange={({ id }) => choose(id)}
        help={t('policies.editor.previewHelp')}
      />
      <span className="hw-tabular">{t('policies.editor.counts', { own, inherited: kind.fields.length - own })}</span>
    </PreviewBar>
  );
}

/** The fields by groups, each with what it would inherit at the unit previewed. */
function Fields({ policy, draft, lint, kind }: { policy: Policy; draft: Draft; lint: Lint; kind: RuleKind }) {
  const t = useTranslate();
  const { unit } = usePreviewUnit(policy);
  const inheritance = useInheritance(policy.kind, unit.id);
  if (inheritance.error !== null) {
    return <ErrorState failed={t('policies.failed')} error={inheritance.error} onRetry={inheritance.retry} />;
  }
  if (inheritance.isPending) return <BlockSkeleton lines={8} />;
  const modelOf = (field: RuleField): RowModel => {
    const above = inheritance.of(field);
    const directive = draft.directives[field.key];
    return {
      field,
      directive,
      ...above,
      editable: above.lock === null || directive !== undefined,
      mayLock: true,
      changed: field.key in draft.changes,
      problems: lint.problems.filter((problem) => problem.field === field.key),
    };
  };
  return (
    <FieldGroups kind={kind}>
      {(field, place) => <RuleEditRow key={field.key} model={modelOf(field)} events={draft.eventsOf(field.key)} {...place} />}
    </FieldGroups>
  );
}

interface PublishDialogProps {
  readonly draft: Draft;
  readonly number: number;
  readonly findings: Lint['findings'];
  readonly onClose: () => void;
}

function PublishDialog({ draft, number, findings, onClose }: PublishDialogProps) {
  const t = useTranslate();
  const notice = useNotice();
  const n = String(number);
  return (
    <ActionDialog
      open
      title={t('policies.editor.publish', { n })}
      effect={
        <>
          <p>{t('policies.editor.publishEffect')}</p>
          {draft.dirty && <p>{t('policies.editor.publishUnsaved')}</p>}
          <PublishFindings findings={findings} />
        </>
      }
      onConfirm={async () => {
        await draft.publish();
        notice.done(t('policies.editor.published', { n }));
      }}
      onClose={onClose}
    />
  );
}

/** Where a refusal is about a field, the focus goes there; what else fails is told. */
function useFailure(): (error: unknown) => void {
  const notice = useNotice();
  return (error) => {
    const [problem] = isApiError(error) ? problemsIn(error.details) : [];
    const row = problem?.field == null ? null : document.getElementById(`field-${problem.field}`);
    if (row) {
      row.scrollIntoView({ block: 'center' });
      row.focus();
    } else notice.failed(error);
  };
}

/** Saving by button and by Ctrl/⌘ S; what fails stays on the page, at its field. */
function useSaving(draft: Draft): () => void {
  const t = useTranslate();
  const notice = useNotice();
  const failed = useFailure();
  return () => {
    if (!draft.dirty || draft.saving || draft.unfinished.length > 0) return;
    draft
      .save()
      .then(() => notice.done(t('policies.editor.saved')))
      .catch(failed);
  };
}

/** A draft: what is set, locked and bounded in it, field by field, with what is inherited beside it. */
export function VersionEditor({ policy, version, kind, onReload }: VersionEditorProps) {
  const t = useTranslate();
  const draft = useDraft(version);
  const save = useSaving(draft);
  const [publishing, setPublishing] = useState(false);
  const { unit } = usePreviewUnit(policy);
  const lint = useLint(draft, policy.kind, unit);
  const unsaved = useUnsaved(draft.dirty);
  const n = String(version.number);
  const canPublish = draft.unfinished.length === 0;
  useShortcut('s', save);
  useShortcut('Enter', () => canPublish && setPublishing(true));
  useKeyHelp(t('policies.editor.keys'), [
    { keys: 'Ctrl+S', label: t('policies.editor.save') },
    { keys: 'Ctrl+Enter', label: t('policies.editor.publish', { n }) },
  ]);
  return (
    <>
      <VersionHeader
        policy={policy}
        version={version}
        others={
          <Button variant="outlined" disabled={!draft.dirty || !canPublish} loading={draft.saving} onClick={save}>
            {t('policies.editor.save')}
          </Button>
        }
        action={
          version.allowedActions.includes('policyVersion.publish') && (
            <Button variant="contained" disabled={!canPublish} onClick={() => setPublishing(true)}>
              {t('policies.editor.publish', { n })}
            </Button>
          )
        }
      />
      <Preview policy={policy} draft={draft} kind={kind} />
      {Object.keys(draft.directives).length === 0 && <p>{t('policies.editor.empty')}</p>}
      <Columns>
        <Main>
          <Fields policy={policy} draft={draft} lint={lint} kind={kind} />
          <VersionDiff policy={policy} kind={kind} number={version.number} typed={draft.directives} />
        </Main>
        <aside>
          <SidePanel draft={draft} kind={policy.kind} unit={unit}>
            <Checks draft={draft} lint={lint} kind={kind} onReload={onReload} />
            <Findings findings={lint.findings} />
          </SidePanel>
          <Sheet>
            <TextField
              label={t('policies.editor.notesLabel')}
              value={draft.notes}
              onChange={(event) => draft.setNotes(event.target.value)}
              helperText={t('policies.editor.notesHelp')}
              multiline
              minRows={3}
            />
          </Sheet>
          <VersionFacts policy={policy} version={version} />
        </aside>
      </Columns>
      {publishing && (
        <PublishDialog draft={draft} number={version.number} findings={lint.findings} onClose={() => setPublishing(false)} />
      )}
      {unsaved}
    </>
  );
}
