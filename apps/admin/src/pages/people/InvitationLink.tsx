import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { OnceField } from '../../shared/fields';
import { useCopy } from '../../shared/useCopy';

export interface Sent {
  readonly link: string;
  readonly expiresAt: string;
  readonly name: string;
}

/** The one-time link, shown this once: whoever invited passes it on. */
export function InvitationLink({ sent, onClose }: { sent: Sent | null; onClose: () => void }) {
  const t = useTranslate();
  const format = useFormat();
  const copy = useCopy();
  if (sent === null) return null;
  return (
    <Dialog open onClose={onClose} aria-labelledby="invitation-link" maxWidth="sm" fullWidth>
      <DialogTitle id="invitation-link">{t('people.link.title', { name: sent.name })}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <div>{t('people.link.text', { until: format.textTime(sent.expiresAt) })}</div>
        <OnceField label={t('people.link.label')} value={sent.link} />
      </DialogContent>
      <DialogActions>
        <Button variant="text" color="secondary" onClick={onClose}>
          {t('shared.dialog.close')}
        </Button>
        <Button variant="contained" onClick={() => copy(sent.link, t('people.link.copied'))}>
          {t('people.link.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
