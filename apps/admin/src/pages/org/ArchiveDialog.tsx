import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { NodeField, type TreeNode } from '../../shared/node';
import { Loaded } from '../../shared/states';
import { useNotice } from '../../shared/useNotice';
import { Affected } from './Affected';
import { archiveUnitDocument, previewArchiveDocument, type Unit } from './documents';

/** Takes a unit out of service, what is below it along; who takes over open cases, running windows and return addresses is named. */
export function ArchiveDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useTranslate();
  const notice = useNotice();
  const archive = useApiMutation(archiveUnitDocument);
  const [successor, setSuccessor] = useState<TreeNode | null>(null);
  const [along, setAlong] = useState(false);
  const preview = useApiQuery(previewArchiveDocument, { id: unit.id, along });
  const problems = preview.data?.previewArchive.problems ?? [];
  const blocked = problems.some((problem) => problem.code !== 'SUCCESSOR_REQUIRED');
  const hasBelow = along || problems.some((problem) => problem.code === 'ACTIVE_CHILDREN');
  const confirm = async (reason: string) => {
    await archive.mutateAsync({ id: unit.id, successorId: successor?.id ?? null, version: unit.version, reason, along });
    notice.done(t('org.archive.done', { unit: unit.name }));
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('org.archive.title')}
      effect={t('org.archive.effect', { unit: unit.name })}
      reason={{ label: t('org.archive.reason'), required: true }}
      ready={preview.data !== undefined && !blocked}
      onConfirm={confirm}
    >
      <Loaded query={preview} failed={t('org.previewFailed')}>
        {({ previewArchive }) => <Affected unit={unit} impact={previewArchive} />}
      </Loaded>
      {hasBelow && (
        <FormControlLabel
          control={<Checkbox checked={along} onChange={(event) => setAlong(event.target.checked)} />}
          label={t('org.archive.along')}
        />
      )}
      {(unit.type === 'store' || along) && (
        <NodeField
          label={t('org.archive.successor')}
          value={successor}
          onChange={setSuccessor}
          types={['store']}
          help={t('org.archive.successorHelp')}
        />
      )}
    </ActionDialog>
  );
}
