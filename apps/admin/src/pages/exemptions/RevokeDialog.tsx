import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { ImpactPanel, RevokeBranches } from '../../shared/impact';
import { Loaded } from '../../shared/states';
import { useNotice } from '../../shared/useNotice';
import { previewExemptionRevokeDocument, revokeExemptionDocument, type Exemption } from './documents';

/** Ends an exemption now. */
export function RevokeDialog({ exemption, onClose }: { exemption: Exemption; onClose: () => void }) {
  const t = useTranslate();
  const notice = useNotice();
  const revoke = useApiMutation(revokeExemptionDocument);
  const preview = useApiQuery(previewExemptionRevokeDocument, { id: exemption.id });
  const words = { unit: exemption.node.name, ancestor: exemption.ancestor.name };
  const confirm = async (reason: string) => {
    const { changed, unchanged } = (await revoke.mutateAsync({ id: exemption.id, reason })).revokeExemption;
    notice.done(t('exemptions.revoke.done', { ...words, changed, unchanged }));
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('exemptions.revoke.title', words)}
      effect={t('exemptions.revoke.effect', words)}
      reason={{ label: t('exemptions.revoke.reason'), required: true }}
      ready={preview.data?.previewExemptionRevoke.problems.length === 0}
      onConfirm={confirm}
    >
      <Loaded query={preview} failed={t('assign.previewFailed')}>
        {({ previewExemptionRevoke }) => (
          <ImpactPanel impact={previewExemptionRevoke} branches={(group) => <RevokeBranches id={exemption.id} {...group} />} />
        )}
      </Loaded>
    </ActionDialog>
  );
}
