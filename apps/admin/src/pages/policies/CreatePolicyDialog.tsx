import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { useViewer } from '../../providers/session';
import { ActionDialog } from '../../shared/dialog';
import { Choice, OptionalChoice } from '../../shared/fields';
import { NodeField } from '../../shared/node';
import { kindKeys } from '../../shared/rules';
import { useGo } from '../../shared/scope';
import { useLocalText } from '../../shared/useLocalText';
import { createPolicyDocument, templatesDocument, type KindKey } from './documents';

interface TemplateFieldProps {
  readonly kind: KindKey;
  readonly value: string | null;
  readonly onChange: (industry: string | null) => void;
}

/** An industry to begin with, or nothing (P19). */
function TemplateField({ kind, value, onChange }: TemplateFieldProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const templates = useApiQuery(templatesDocument, {}).data?.policyTemplates ?? [];
  const ofKind = templates.filter((each) => each.kind === kind);
  const chosen = ofKind.find(({ industry }) => industry === value);
  return (
    <OptionalChoice
      id="new-policy-template"
      label={t('policies.create.template')}
      value={chosen ? value : null}
      options={ofKind.map(({ industry, label }) => [industry, localText(label)])}
      any={t('policies.create.empty')}
      onChange={onChange}
      helperText={chosen ? localText(chosen.notes) : t('policies.create.templateHelp')}
    />
  );
}

/** What the dialog opens with. */
export interface Beginning {
  readonly kind: KindKey | null;
  /** Of a template. */
  readonly industry?: string;
}

/** Makes a line of versions, empty or with a draft from a template, and goes to it. */
export function CreatePolicyDialog({ beginning, onClose }: { beginning: Beginning; onClose: () => void }) {
  const t = useTranslate();
  const go = useGo();
  const { home } = useViewer();
  const create = useApiMutation(createPolicyDocument);
  const [kind, setKind] = useState<KindKey>(beginning.kind ?? 'returnShippingSubsidy');
  const [template, setTemplate] = useState(beginning.industry ?? null);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [owner, setOwner] = useState<{ readonly id: string; readonly name: string }>(home);
  const confirm = async () => {
    const variables = { kind, name: name.trim(), description: description.trim(), ownerId: owner.id };
    const { createPolicy } = await create.mutateAsync({ ...variables, template });
    const { id, draft } = createPolicy;
    go(draft ? `/policies/${id}/versions/${String(draft.number)}` : `/policies/${id}`);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('policies.create.title')}
      effect={t('policies.create.effect')}
      ready={name.trim() !== ''}
      onConfirm={confirm}
    >
      <Choice
        id="new-policy-kind"
        label={t('policies.kind')}
        value={kind}
        options={kindKeys.map((each) => [each, t(`rules.kind.${each}`)])}
        onChange={setKind}
      />
      <TemplateField kind={kind} value={template} onChange={setTemplate} />
      <TextField
        label={t('policies.create.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <TextField
        label={t('policies.create.description')}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <NodeField label={t('policies.create.owner')} value={owner} onChange={setOwner} help={t('policies.create.ownerHelp')} />
    </ActionDialog>
  );
}
