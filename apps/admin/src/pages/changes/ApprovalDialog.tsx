import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { ActionDialog } from '../../shared/dialog';
import { Choice } from '../../shared/fields';
import { Loaded } from '../../shared/states';
import { useNotice } from '../../shared/useNotice';
import { approvalRulesDocument, setApprovalRuleDocument, type ApprovalRule } from './documents';

const FEN = 100;

/** Whole numbers from 0 as they are typed; empty is no threshold, null is no number. */
function read(text: string, times = 1): number | '' | null {
  if (text.trim() === '') return '';
  return /^\d{1,7}$/.test(text.trim()) ? Number(text) * times : null;
}

const typed = (value: number | null, times = 1): string => (value === null ? '' : String(value / times));

interface FormProps {
  readonly rules: readonly ApprovalRule[];
  readonly rule: ApprovalRule;
  readonly onKind: (kind: ApprovalRule['kind']) => void;
  readonly onClose: () => void;
}

function Form({ rules, rule, onKind, onClose }: FormProps) {
  const t = useTranslate();
  const notice = useNotice();
  const mayEdit = useMay()('approval.set');
  const save = useApiMutation(setApprovalRuleDocument);
  const [branches, setBranches] = useState(typed(rule.branchesOver));
  const [cost, setCost] = useState(typed(rule.costOver, FEN));
  const [locks, setLocks] = useState(rule.locks);
  const [branchesOver, costOver] = [read(branches), read(cost, FEN)];
  const enabled = locks || branches.trim() !== '' || cost.trim() !== '';
  const confirm = async () => {
    const { kind, version } = rule;
    const thresholds = { branchesOver: branchesOver === '' ? null : branchesOver, costOver: costOver === '' ? null : costOver };
    await save.mutateAsync({ input: { kind, version, enabled, locks, ...thresholds } });
    notice.done(t('changes.approval.done'));
  };
  const number = (label: string, value: string, onChange: (value: string) => void, wrong: boolean) => (
    <TextField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      disabled={!mayEdit}
      error={wrong}
      helperText={t(wrong ? 'changes.approval.notNumber' : 'changes.approval.empty')}
      slotProps={{ htmlInput: { inputMode: 'numeric' } }}
    />
  );
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('changes.approval.title')}
      confirm={t('changes.approval.confirm')}
      effect={t('changes.approval.effect')}
      ready={mayEdit && branchesOver !== null && costOver !== null}
      onConfirm={confirm}
    >
      {!mayEdit && <p className="hw-hint">{t('changes.approval.readOnly')}</p>}
      <Choice
        id="approval-kind"
        label={t('changes.approval.kind')}
        value={rule.kind}
        options={rules.map(({ kind }) => [kind, t(`rules.kind.${kind}`)])}
        onChange={onKind}
      />
      {number(t('changes.approval.branchesOver'), branches, setBranches, branchesOver === null)}
      {number(t('changes.approval.costOver'), cost, setCost, costOver === null)}
      <FormControlLabel
        control={<Checkbox checked={locks} disabled={!mayEdit} onChange={(_, checked) => setLocks(checked)} />}
        label={t('changes.approval.locks')}
      />
    </ActionDialog>
  );
}

/** When a change of a kind needs the approval of somebody else; with no threshold it never does. */
export function ApprovalDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const query = useApiQuery(approvalRulesDocument, {});
  const [kind, setKind] = useState<ApprovalRule['kind'] | null>(null);
  return (
    <Loaded query={query} failed={t('changes.failed')}>
      {({ approvalRules }) => {
        const rule = approvalRules.find((each) => each.kind === kind) ?? approvalRules[0];
        return (
          rule && (
            <Form
              key={`${rule.kind} ${String(rule.version)}`}
              rules={approvalRules}
              rule={rule}
              onKind={setKind}
              onClose={onClose}
            />
          )
        );
      }}
    </Loaded>
  );
}
