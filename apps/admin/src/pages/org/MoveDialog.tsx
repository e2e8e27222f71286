import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ChangeDialog } from '../../shared/changeSet';
import { NodeField, type TreeNode } from '../../shared/node';
import { Loaded } from '../../shared/states';
import { useNotice } from '../../shared/useNotice';
import { Affected } from './Affected';
import { moveUnitDocument, previewMoveDocument, type Unit } from './documents';

/** New parent, impact, confirm: what changes in the moved subtree is shown before the button can be pressed (O2). */
export function MoveDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useTranslate();
  const notice = useNotice();
  const move = useApiMutation(moveUnitDocument);
  const [parent, setParent] = useState<TreeNode | null>(null);
  const preview = useApiQuery(previewMoveDocument, { id: unit.id, parentId: parent?.id ?? '' }, { enabled: parent !== null });
  const fits = preview.data?.previewMove.problems.length === 0 && !preview.isPlaceholderData;
  const confirm = async () => {
    if (parent === null) return;
    await move.mutateAsync({ id: unit.id, parentId: parent.id, version: unit.version });
    notice.done(t('org.move.done', { unit: unit.name, parent: parent.name }));
  };
  const change = {
    title: t('changeSet.move', { unit: unit.name, parent: parent?.name ?? '' }),
    operation: { verb: 'move', nodeId: unit.id, parentId: parent?.id ?? null, fromParentId: unit.parentId },
  } as const;
  const verb = parent === null ? t('org.move.title') : t('org.move.confirm', { parent: parent.name });
  return (
    <ChangeDialog
      onClose={onClose}
      title={t('org.move.title')}
      action={verb}
      confirm={verb}
      change={change}
      impact={preview.data?.previewMove}
      effect={t('org.move.effect', { unit: unit.name })}
      ready={parent !== null && fits}
      onConfirm={confirm}
    >
      <NodeField label={t('org.parent')} value={parent} onChange={setParent} required />
      {parent !== null && (
        <Loaded query={preview} failed={t('org.previewFailed')}>
          {({ previewMove }) => <Affected unit={unit} impact={previewMove} />}
        </Loaded>
      )}
      <p className="hw-hint">{t('org.move.later')}</p>
    </ChangeDialog>
  );
}
