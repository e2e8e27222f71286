import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../../providers/hooks';
import { CaseStateChip } from '../../../shared/chips';
import { ActionDialog } from '../../../shared/dialog';
import { Facts, Sheet } from '../../../shared/page';
import { PhotoUpload, usePhotoUpload } from '../../../shared/photos';
import { Checklist } from '../Checklist';
import { ChecklistInput, isWhole } from '../ChecklistInput';
import { inspected, type Found } from '../verbs';
import { registerAtDocument, type DropIn } from './documents';

const Body = styled('div')({ display: 'grid', gap: 16, justifyItems: 'start' });

interface DropInProps {
  readonly goods: DropIn;
  /** The unit whose counter it is; null: the selling one. */
  readonly at: string | null;
  readonly onDone: () => void;
}

/** Takes in the goods of another branch: that one keeps the case and bears its cost (M1). */
function RegisterDialog({ goods, at, onDone, onClose }: DropInProps & { readonly onClose: () => void }) {
  const t = useTranslate();
  const register = useApiMutation(registerAtDocument);
  const [found, setFound] = useState<readonly Found[]>([]);
  const upload = usePhotoUpload(`/photos/drop-ins/${encodeURIComponent(goods.code)}${at === null ? '' : `?at=${at}`}`);
  const confirm = async (reason: string) => {
    await register.mutateAsync({ code: goods.code, at, inspection: reason === '' ? null : reason, ...inspected({ found }) });
    onDone();
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('cases.verb.registerDropIn')}
      effect={t('cases.receiving.dropInEffect', { unit: goods.node.name })}
      reason={{ label: t('cases.words.registerDropIn') }}
      ready={isWhole(goods.checklist, found) && !upload.busy}
      onConfirm={confirm}
    >
      {goods.checklist.length > 0 && <ChecklistInput items={goods.checklist} found={found} onChange={setFound} />}
      <PhotoUpload upload={upload} label={t('cases.photos.add')} />
    </ActionDialog>
  );
}

/** What a counter learns of a case of another branch: the goods, and what they are inspected by. */
export function DropInSheet(props: DropInProps) {
  const { goods } = props;
  const t = useTranslate();
  const [asked, setAsked] = useState(false);
  return (
    <Sheet title={t('cases.code', { code: goods.code })} aside={<CaseStateChip state={goods.state} payoutFailed={false} />}>
      <Body>
        <Facts
          rows={[
            ...goods.goods.map(
              ({ name, sku, quantity }, index) =>
                [
                  index === 0 ? t('cases.fact.goods') : t('cases.fact.goodsNext', { n: index + 1 }),
                  `${name} ×${String(quantity)} · ${sku}`,
                ] as const,
            ),
            [t('cases.fact.type'), t(`cases.type.${goods.type}`)],
            [t('cases.receiving.soldBy'), goods.node.name],
          ]}
        />
        {goods.checklist.length > 0 && <Checklist items={goods.checklist} />}
        {goods.registrable ? (
          <>
            <Button variant="contained" onClick={() => setAsked(true)}>
              {t('cases.verb.registerDropIn')}
            </Button>
            <p className="hw-meta">{t('cases.receiving.dropInEffect', { unit: goods.node.name })}</p>
          </>
        ) : (
          <p className="hw-hint">{t('cases.receiving.notHere')}</p>
        )}
      </Body>
      {asked && <RegisterDialog {...props} onClose={() => setAsked(false)} />}
    </Sheet>
  );
}
