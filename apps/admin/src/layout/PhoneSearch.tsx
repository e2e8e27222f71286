import Search from '@mui/icons-material/SearchOutlined';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { SearchBox } from './SearchBox';

/** Search on a phone: a button that opens it at the top of the screen. */
export function PhoneSearch() {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton aria-label={t('layout.search.open')} onClick={() => setOpen(true)}>
        <Search />
      </IconButton>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        slotProps={{ container: { sx: { alignItems: 'flex-start' } }, paper: { 'aria-label': t('layout.search.label') } }}
      >
        <DialogContent sx={{ minHeight: 96 }}>
          <SearchBox autoFocus onGo={() => setOpen(false)} />
          <p className="hw-meta">{t('layout.search.hint')}</p>
        </DialogContent>
      </Dialog>
    </>
  );
}
