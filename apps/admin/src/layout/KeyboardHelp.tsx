import Close from '@mui/icons-material/CloseOutlined';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Switch from '@mui/material/Switch';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useKeyGroups, useLetterKeys, type KeyGroup } from '../shared/keyboard';
import { v } from '../theme/vars';
import { useMenu } from './registryContext';

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(96px, max-content) 1fr',
  gap: '6px 16px',
  margin: '4px 0 16px',
  '& dd': { margin: 0 },
  '& kbd': {
    display: 'inline-block',
    minWidth: 24,
    padding: '0 6px',
    marginRight: 4,
    border: `1px solid ${v.lineStrong}`,
    borderRadius: 4,
    font: 'inherit',
    fontSize: 12,
    lineHeight: '20px',
    textAlign: 'center',
    backgroundColor: v.canvas,
  },
});

function Group({ title, hints }: KeyGroup) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <List>
        {hints.map((hint) => (
          <div key={hint.keys} style={{ display: 'contents' }}>
            <dt>
              {hint.keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{hint.label}</dd>
          </div>
        ))}
      </List>
    </section>
  );
}

/** The keys that work everywhere: search, pages, this list. */
function useGlobalGroup(): KeyGroup {
  const t = useTranslate();
  const pages = useMenu().filter((entry) => entry.goKey !== undefined);
  return {
    title: t('layout.keys.anywhere'),
    hints: [
      { keys: '/', label: t('layout.keys.search') },
      ...pages.map((entry) => ({ keys: `g ${entry.goKey ?? ''}`, label: t('layout.keys.go', { page: t(entry.label) }) })),
      { keys: '?', label: t('layout.keys.help') },
      { keys: 'Esc', label: t('layout.keys.close') },
    ],
  };
}

/** All keys of the page shown, and the switch that turns letter keys off. */
export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslate();
  const groups = [useGlobalGroup(), ...useKeyGroups()];
  const [letters, setLetters] = useLetterKeys();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="hw-keys-title">
      <DialogTitle id="hw-keys-title">{t('layout.keys.title')}</DialogTitle>
      <IconButton aria-label={t('shared.dialog.close')} onClick={onClose} sx={{ position: 'absolute', right: 16, top: 16 }}>
        <Close />
      </IconButton>
      <DialogContent>
        {groups.map((group) => (
          <Group key={group.title} {...group} />
        ))}
        <FormControlLabel
          control={<Switch checked={letters} onChange={(event) => setLetters(event.target.checked)} />}
          label={t('layout.keys.letters')}
        />
        <p className="hw-meta">{t('layout.keys.lettersHelp')}</p>
      </DialogContent>
    </Dialog>
  );
}
